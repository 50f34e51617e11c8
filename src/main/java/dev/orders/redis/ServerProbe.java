package dev.orders.redis;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Asks the server on a local port how it is, over a bare socket: starting a server needs no client.
 *
 * <p>It asks {@code INFO}, not {@code PING}: on a port that was taken somebody else's server would
 * answer the PING, and only INFO tells the process it comes from.
 */
final class ServerProbe {

  private static final int PATIENCE_MS = 1_000;
  private static final byte[] INFO = "INFO\r\n".getBytes(StandardCharsets.US_ASCII);

  /** How the server is. */
  enum Answer {
    /** Nobody listens, or not our server. */
    NOT_OURS,
    /** It reads its data. */
    LOADING,
    /** It serves. */
    READY
  }

  private ServerProbe() {}

  /**
   * Asks once, for a second at most.
   *
   * @param pid the process that should answer
   */
  static Answer ask(int port, long pid) {
    try {
      String info = info(port);
      if (!info.contains("\nprocess_id:" + pid + "\r")) {
        return Answer.NOT_OURS;
      }
      return info.contains("\nloading:0\r") ? Answer.READY : Answer.LOADING;
    } catch (IOException nobodyThere) {
      return Answer.NOT_OURS;
    }
  }

  private static String info(int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.setSoTimeout(PATIENCE_MS);
      socket.connect(new InetSocketAddress(BundledServer.HOST, port), PATIENCE_MS);
      socket.getOutputStream().write(INFO);
      return bulkString(socket.getInputStream());
    }
  }

  /** Reads {@code $<length>\r\n<bytes>}; anything else, such as an error, is an empty answer. */
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
