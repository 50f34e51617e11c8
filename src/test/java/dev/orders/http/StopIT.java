package dev.orders.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that is told to stop. */
@Timeout(60)
class StopIT {

  private static final String LINE = TestApi.ORDER.replace("\n", " ") + "\n";
  private static final String UPLOAD =
      String.join(
          "\r\n",
          "POST /orders HTTP/1.1",
          "Host: localhost",
          "Content-Type: application/x-ndjson",
          "Transfer-Encoding: chunked",
          "\r\n");

  @Test
  void should_finish_the_request_it_has_and_take_no_other() throws Exception {
    try (TestApi api = new TestApi();
        Socket busy = api.socket();
        Socket idle = api.socket();
        Follower follower = new Follower(api, "/events?state=shipped")) {
      BufferedReader answer = reader(busy);
      write(busy, UPLOAD + chunk(LINE));
      skipTo(answer, "\"order_id\":1");
      write(idle, "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");
      BufferedReader idling = reader(idle);
      skipTo(idling, "content-length");

      api.server().stop();
      CompletableFuture<Void> end = CompletableFuture.runAsync(() -> awaitEnd(api.server()));

      assertThat(follower.next()).as("the stream of events ends").isNull();
      assertThat(idling.lines()).as("a connection without a request ends").hasSize(2);
      assertThatThrownBy(api::socket).isInstanceOf(IOException.class);
      assertThat(end).isNotDone();
      write(busy, chunk(LINE) + "0\r\n\r\n");
      skipTo(answer, "\"order_id\":2");
      assertThat(answer.lines().toList()).as("it ends as it should").contains("0");
      end.get(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void should_end_at_once_when_it_is_told_twice() throws Exception {
    try (TestApi api = new TestApi(Map.of("ORDERS_SHUTDOWN_GRACE", "10m"));
        Socket busy = api.socket()) {
      BufferedReader answer = reader(busy);
      write(busy, UPLOAD + chunk(LINE));
      skipTo(answer, "\"order_id\":1");

      api.server().stop();
      api.server().stop();

      awaitEnd(api.server());
    }
  }

  private static void awaitEnd(HttpServer server) {
    try {
      server.awaitEnd();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String chunk(String text) {
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    return Integer.toHexString(length) + "\r\n" + text + "\r\n";
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  private static void skipTo(BufferedReader answer, String piece) throws IOException {
    String line = answer.readLine();
    while (line != null && !line.contains(piece)) {
      line = answer.readLine();
    }
    assertThat(line).as("an answer with %s", piece).isNotNull();
  }
}
