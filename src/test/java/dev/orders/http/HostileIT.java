package dev.orders.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that no decent client would send. */
class HostileIT {

  private final TestApi api = new TestApi(Map.of(), Duration.ofSeconds(2));

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void should_answer_others_while_many_clients_send_half_a_request() throws IOException {
    List<Socket> silent = new ArrayList<>();
    try (TestApi patient = new TestApi()) {
      for (int i = 0; i < 300; i++) {
        Socket socket = patient.socket();
        silent.add(socket);
        write(socket, i % 2 == 0 ? "GET / HTTP/1.1\r\nHost: loc" : post(100) + "{\"half\":");
      }

      assertThat(patient.get("/queues").statusCode()).isEqualTo(200);
    } finally {
      for (Socket socket : silent) {
        socket.close();
      }
    }
  }

  @Test
  void should_let_go_of_a_client_that_never_completes_its_head() throws IOException {
    try (Socket socket = api.socket()) {
      write(socket, "GET / HTTP/1.1\r\nHost: loc");

      assertThat(readAll(socket)).isEmpty();
    }
  }

  @Test
  void should_tell_a_client_whose_content_does_not_come() throws IOException {
    try (Socket socket = api.socket()) {
      write(socket, post(100) + "{\"half\":");

      assertThat(readAll(socket)).startsWith("HTTP/1.1 408 ").contains("connection: close");
    }
  }

  @Test
  void should_not_wait_for_a_client_that_drips() throws Exception {
    try (Socket socket = api.socket()) {
      await().pollInterval(Duration.ofMillis(200)).until(() -> isRefused(socket, "G"));
    }
  }

  @Test
  void should_not_wait_for_an_upload_that_drips_but_for_one_that_comes_line_by_line()
      throws Exception {
    String upload = head("Transfer-Encoding: chunked").replace("json", "x-ndjson");
    try (Socket dripping = api.socket();
        Socket steady = api.socket()) {
      write(dripping, upload);
      write(steady, upload);
      await()
          .pollInterval(Duration.ofMillis(200))
          .until(
              () -> {
                write(steady, "2\r\n \n\r\n");
                return isRefused(dripping, "1\r\n \r\n");
              });
      write(steady, "0\r\n\r\n");
      assertThat(firstLine(steady)).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void should_turn_away_one_upload_too_many_although_its_content_does_not_come()
      throws IOException {
    List<Socket> sockets = new ArrayList<>();
    List<String> answers = new ArrayList<>();
    try {
      for (int i = 0; i < 9; i++) {
        sockets.add(api.socket());
        write(sockets.get(i), post(10).replace("json", "x-ndjson"));
      }
      for (Socket socket : sockets) {
        answers.add(readAll(socket));
      }
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }

    assertThat(answers).filteredOn(answer -> answer.startsWith("HTTP/1.1 429 ")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400|nonsense",
        "400|GET / HTTP/1.1\\nHost localhost\\n\\n",
        "400|GET /%zz HTTP/1.1\\nHost: localhost\\n\\n",
        "400|GET / HTTP/1.1\\nHost: localhost\\nHost: other\\n\\n",
        "400|POST /orders HTTP/1.1\\nHost: localhost\\nContent-Length: 1\\nContent-Length: 2\\n\\n",
        "400|POST /orders HTTP/1.1\\nHost: localhost\\nContent-Length: -1\\n\\n",
        "404|GET /../etc/passwd HTTP/1.1\\nHost: localhost\\n\\n",
        "404|GET /orders/%2e%2e HTTP/1.1\\nHost: localhost\\n\\n",
        "404|GET //orders HTTP/1.1\\nHost: localhost\\n\\n",
        "404|GET /tasks/17 HTTP/1.1\\nHost: localhost\\n\\n",
        "404|GET /orders/99999999999999999999 HTTP/1.1\\nHost: localhost\\n\\n",
        "405|TRACE / HTTP/1.1\\nHost: localhost\\n\\n",
        "405|DELETE /orders/1 HTTP/1.1\\nHost: localhost\\n\\n",
        "417|POST /orders HTTP/1.1\\nHost: localhost\\nContent-Type: application/json\\nExpect: "
            + "tea\\nContent-Length: 1\\n\\n",
        "415|POST /orders HTTP/1.1\\nHost: localhost\\nContent-Type: application/json\\n"
            + "Content-Encoding: gzip\\nContent-Length: 0\\n\\n",
        "505|GET / HTTP/2.0\\nHost: localhost\\n\\n",
        "200|GET http://localhost/health/live HTTP/1.1\\nHost: localhost\\n\\n",
        "204|OPTIONS * HTTP/1.1\\nHost: localhost\\n\\n",
      })
  void should_answer_strange_requests_with_the_right_status(int status, String request)
      throws IOException {
    String text = request.replace("\\n", "\r\n");
    try (Socket socket = api.socket()) {
      write(socket, text.contains("\r\n\r\n") ? text : text + "\r\n\r\n");

      assertThat(firstLine(socket)).as(request).startsWith("HTTP/1.1 " + status + " ");
    }
  }

  @Test
  void should_bound_what_it_reads_of_a_head() throws IOException {
    try (Socket socket = api.socket()) {
      write(socket, "GET /" + "a".repeat(10_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertThat(firstLine(socket)).startsWith("HTTP/1.1 414 ");
    }
    try (Socket socket = api.socket()) {
      write(socket, "GET / HTTP/1.1\r\nHost: localhost\r\nA: " + "a".repeat(20_000) + "\r\n\r\n");
      assertThat(firstLine(socket)).startsWith("HTTP/1.1 431 ");
    }
  }

  @Test
  void should_refuse_chunks_that_grow_too_large() throws IOException {
    try (Socket socket = api.socket()) {
      write(socket, head("Transfer-Encoding: chunked"));
      String chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
      for (int i = 0; i < 17; i++) {
        write(socket, chunk);
      }

      assertThat(readAll(socket)).startsWith("HTTP/1.1 413 ").contains("connection: close");
    }
  }

  @Test
  void should_refuse_broken_chunks() throws IOException {
    try (Socket socket = api.socket()) {
      write(socket, head("Transfer-Encoding: chunked") + "nonsense\r\n");

      assertThat(firstLine(socket)).startsWith("HTTP/1.1 400 ");
    }
  }

  @Test
  void should_say_so_before_the_content_is_sent_when_it_is_not_wanted() throws IOException {
    try (Socket socket = api.socket()) {
      write(socket, head("Content-Length: 2000000", "Expect: 100-continue"));
      assertThat(readAll(socket)).startsWith("HTTP/1.1 413 ");
    }
    try (Socket socket = api.socket()) {
      write(socket, head("Content-Length: 2", "Expect: 100-continue", "Connection: close"));
      assertThat(firstLine(socket)).startsWith("HTTP/1.1 100 ");
      write(socket, "{}");
      assertThat(readAll(socket)).contains("HTTP/1.1 422 ");
    }
  }

  @Test
  void should_answer_requests_that_come_together_one_after_the_other() throws IOException {
    String one = "GET /orders/%s HTTP/1.1\r\nHost: localhost\r\n";
    try (Socket socket = api.socket()) {
      write(
          socket, one.formatted("1") + "\r\n" + "HEAD /queues HTTP/1.1\r\nHost: localhost\r\n\r\n");
      write(socket, one.formatted("x") + "Connection: close\r\n\r\n");

      String answers = readAll(socket);
      assertThat(answers.split("HTTP/1.1 ")).hasSize(4);
      assertThat(answers).containsSubsequence("HTTP/1.1 404", "HTTP/1.1 200", "HTTP/1.1 404");
    }
  }

  @Test
  void should_keep_a_connection_although_a_request_on_it_was_refused() throws IOException {
    try (Socket socket = api.socket()) {
      write(socket, "POST /nothing HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello");
      write(socket, "GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

      assertThat(readAll(socket)).containsSubsequence("HTTP/1.1 404", "HTTP/1.1 200");
    }
  }

  @Test
  void should_speak_with_clients_of_the_last_century() throws IOException {
    try (Socket socket = api.socket()) {
      write(socket, "GET /health/live HTTP/1.0\r\n\r\n");

      assertThat(readAll(socket)).startsWith("HTTP/1.1 200 ").endsWith("{\"status\":\"ok\"}");
    }
  }

  private static boolean isRefused(Socket socket, String more) {
    try {
      write(socket, more);
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private static String post(int length) {
    return head("Content-Length: " + length);
  }

  /** The head of a POST, with these headers besides those that it must have. */
  private static String head(String... headers) {
    String start = "POST /orders HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
    return start + String.join("\r\n", headers) + "\r\n\r\n";
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  private static String readAll(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String firstLine(Socket socket) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = socket.getInputStream().read(); next >= 0 && next != '\n'; ) {
      line.append((char) next);
      next = socket.getInputStream().read();
    }
    return line.toString();
  }
}
