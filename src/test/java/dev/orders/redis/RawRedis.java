package dev.orders.redis;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks to a local server in Redis' inline commands, so that its tests lean on no client. */
public final class RawRedis {

  private RawRedis() {}

  /** The last line of the answer: the value of a GET or a CONFIG GET. */
  public static String ask(int port, String command) throws IOException {
    String[] lines = tell(port, command).split("\r\n", -1);
    return lines[lines.length - 2];
  }

  /** The whole answer, as it comes over the wire. */
  public static String tell(int port, String command) throws IOException {
    try (Socket socket = new Socket(BundledServer.HOST, port)) {
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.UTF_8));
      String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return all.substring(0, all.lastIndexOf("+OK\r\n"));
    }
  }

  static boolean isServed(int port) {
    try {
      return ask(port, "PING").equals("+PONG");
    } catch (IOException nobodyThere) {
      return false;
    }
  }
}
