package dev.orders.redis;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * One request to a server on this machine, over a bare socket: starting a server needs no client.
 */
final class LocalRequest {

  private static final int PATIENCE_MS = 1_000;

  private LocalRequest() {}

  /**
   * Sends a command and waits a second at most for its answer.
   *
   * @param command words separated by blanks
   * @return the answer when it is a bulk string; empty for any other, such as an error
   */
  static String send(int port, String command) throws IOException {
    try (Socket socket = new Socket()) {
      socket.setSoTimeout(PATIENCE_MS);
      socket.connect(new InetSocketAddress(BundledServer.HOST, port), PATIENCE_MS);
      socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
      return bulkString(socket.getInputStream());
    }
  }

  /** Reads {@code $<length>\r\n<bytes>}. */
  private static String bulkString(InputStream reply) throws IOException {
    if (reply.read() != '$') {
      return "";
    }
    int length = 0;
    for (int digit = reply.read(); Character.isDigit(digit); digit = reply.read()) {
      length = length * 10 + Character.digit(digit, 10);
    }
    return new String(reply.readNBytes(length + 1), StandardCharsets.UTF_8);
  }
}
