package dev.orders.app;

import dev.orders.redis.BundledServer;
import dev.orders.redis.BundledServerException;
import java.nio.file.Path;

/**
 * The bundled Redis server, in a directory of ours. What keeps it from running is trouble of this
 * machine (LOCAL).
 */
public final class LocalRedis implements AutoCloseable {

  private static final int LAST_PORT = 65_535;

  private final BundledServer server;

  private LocalRedis(BundledServer server) {
    this.server = server;
  }

  /**
   * Starts it and waits until it serves.
   *
   * @param port where it listens; 0 for any free port
   * @param directory for its data; made where there is none
   */
  public static LocalRedis start(int port, Path directory) {
    if (port < 0 || port > LAST_PORT) {
      throw new ProblemException(
          ProblemException.Reason.USAGE, "there is no port %d; the last is 65535.".formatted(port));
    }
    try {
      return new LocalRedis(BundledServer.start(port, directory));
    } catch (BundledServerException e) {
      throw new ProblemException(ProblemException.Reason.LOCAL, String.valueOf(e.getMessage()), e);
    }
  }

  /** Where a client finds it. */
  public String url() {
    return server.url();
  }

  /** Where it listens. */
  public int port() {
    return server.port();
  }

  /** Waits until it has ended, for whatever reason. */
  public void awaitEnd() {
    server.onExit().join();
  }

  /** Stops it and waits for that; the second time does nothing. */
  @Override
  public void close() {
    server.close();
  }
}
