package dev.orders.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port of this machine that nobody listens on. It lies below those that systems give to outgoing
 * connections: such a one could take it while the server that belongs there is away, and a client
 * that calls for that server could come to talk to itself.
 */
final class FreePort {

  private static final int LOWEST = 15_000;
  private static final int HIGHEST = 32_000;
  private static final int TRIES = 1_000;

  private FreePort() {}

  /** One that is free now. */
  static int find() {
    return find(0);
  }

  /**
   * One that is free now, as is the port so much above it.
   *
   * @param above 0 for one port alone
   */
  static int find(int above) {
    return ThreadLocalRandom.current()
        .ints(TRIES, LOWEST, HIGHEST - above)
        .filter(port -> isFree(port) && isFree(port + above))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no port is free"));
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket =
        new ServerSocket(port, 1, InetAddress.getByName(BundledServer.HOST))) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
