package dev.orders.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Many clients that follow new tasks, and wait until they are let in. */
final class Crowd implements AutoCloseable {

  /** HTTP/1.0 knows no chunks, so that the events are there as they are. */
  private static final String REQUEST =
      "GET /events?state=PENDING HTTP/1.0\r\nHost: localhost\r\n\r\n";

  private final List<Socket> members = new ArrayList<>();

  Crowd(TestApi api, int size) {
    try {
      for (int i = 0; i < size; i++) {
        Socket socket = api.socket();
        members.add(socket);
        socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
      }
      awaitAll("retry: 2000\n\n").forEach(said -> assertThat(said).startsWith("HTTP/1.1 200"));
    } catch (IOException e) {
      close();
      throw new UncheckedIOException(e);
    }
  }

  /** What each is told, up to this. */
  List<String> awaitAll(String end) throws IOException {
    List<String> told = new ArrayList<>();
    for (Socket member : members) {
      told.add(upTo(member, end));
    }
    return told;
  }

  private static String upTo(Socket socket, String end) throws IOException {
    StringBuilder text = new StringBuilder();
    byte[] piece = new byte[1_024];
    while (text.indexOf(end) < 0) {
      int count = socket.getInputStream().read(piece);
      assertThat(count).as("a stream ended after %s", text).isPositive();
      text.append(new String(piece, 0, count, StandardCharsets.UTF_8));
    }
    return text.toString();
  }

  /** They go. */
  @Override
  public void close() {
    for (Socket member : members) {
      try {
        member.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    members.clear();
  }
}
