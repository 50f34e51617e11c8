package dev.orders.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One request on a connection of its own, with whatever headers a test wants, which a decent client
 * would not let it set. It is HTTP/1.0, so that the answer comes as it is, without chunks.
 */
final class RawExchange {

  private RawExchange() {}

  /**
   * An answer.
   *
   * @param headers by their names in small letters; the last one of each
   * @param body all of it; nothing of a stream of events, which has no end
   */
  @SuppressWarnings("ArrayRecordComponent") // Read once, never compared.
  record Answer(int status, Map<String, String> headers, byte[] body) {

    String header(String name) {
      return headers.getOrDefault(name, "");
    }

    /** What it says it is, without parameters. */
    String type() {
      return header("content-type").split(";", 2)[0];
    }

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /**
   * Sends a request and takes the answer.
   *
   * @param headers lines such as {@code Host: localhost}
   */
  static Answer send(TestApi api, String method, String target, List<String> headers, byte[] body) {
    StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.0\r\n");
    headers.forEach(line -> head.append(line).append("\r\n"));
    head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
    try (Socket socket = api.socket()) {
      write(socket, head.toString().getBytes(StandardCharsets.ISO_8859_1), body);
      return read(socket.getInputStream());
    } catch (IOException e) {
      throw new AssertionError(method + " " + target + " was not answered", e);
    }
  }

  private static void write(Socket socket, byte[] head, byte[] body) {
    try {
      socket.getOutputStream().write(head);
      socket.getOutputStream().write(body);
    } catch (IOException e) {
      // It was answered before everything was there; the answer says more.
    }
  }

  private static Answer read(InputStream in) throws IOException {
    String[] lines = head(in).split("\r\n");
    Map<String, String> headers = new TreeMap<>();
    for (int i = 1; i < lines.length; i++) {
      String[] parts = lines[i].split(": ", 2);
      headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
    }
    int status = Integer.parseInt(lines[0].split(" ")[1]);
    boolean isEndless = headers.getOrDefault("content-type", "").startsWith("text/event-stream");
    return new Answer(status, headers, isEndless ? new byte[0] : in.readAllBytes());
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the answer ended after: " + head);
      }
      head.append((char) next);
    }
    return head.toString();
  }
}
