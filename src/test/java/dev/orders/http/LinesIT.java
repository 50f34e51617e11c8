package dev.orders.http;

import static dev.orders.http.TestApi.ORDER;
import static dev.orders.http.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Uploads of many orders. */
class LinesIT {

  private static final String LINE = ORDER.replace("\n", " ") + "\n";
  private static final String[] LINES = {"content-type", "application/x-ndjson"};

  private final TestApi api = new TestApi();

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void should_answer_each_order_with_a_line_in_their_order() {
    String wrong = LINE.replace("06134", " ");
    HttpResponse<String> response = api.post("/orders", LINE + wrong + "{\n" + LINE, LINES);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type")).contains("application/x-ndjson");
    List<JsonNode> answers = response.body().lines().map(TestApi::json).toList();
    assertThat(answers).hasSize(4);
    assertThat(answers.get(0).get("order_id").asInt()).isEqualTo(1);
    assertThat(answers.get(1).get("status").asInt()).isEqualTo(422);
    assertThat(answers.get(1).get("line").asInt()).isEqualTo(2);
    assertThat(answers.get(1).get("errors").get(0).get("pointer").asString())
        .isEqualTo("/shipping_address/postal_code");
    assertThat(answers.get(2).get("status").asInt()).isEqualTo(400);
    assertThat(answers.get(3).get("order_id").asInt()).isEqualTo(2);
  }

  @Test
  void should_take_in_far_more_than_fits_into_one_document() {
    int orders = 2_000;
    HttpResponse<String> response = api.post("/orders", LINE.repeat(orders), LINES);

    assertThat((long) LINE.length() * orders).isGreaterThan(Front.LARGEST);
    assertThat(response.body().lines().map(line -> json(line).get("order_id").asInt()))
        .hasSize(orders)
        .doesNotHaveDuplicates();
    assertThat(api.services().inspector().newest()).containsExactly((long) orders);
  }

  @Test
  void should_answer_an_order_while_the_next_one_has_not_come() throws IOException {
    try (Socket socket = api.socket()) {
      BufferedReader answer = reader(socket);
      send(socket, head());
      send(socket, chunk(LINE));
      assertThat(firstStartingWith(answer, "{")).contains("\"order_id\":1");

      send(socket, chunk(LINE));
      assertThat(firstStartingWith(answer, "{")).contains("\"order_id\":2");

      send(socket, "0\r\n\r\n");
      assertThat(firstStartingWith(answer, "0")).isEqualTo("0");
    }
  }

  @Test
  void should_give_each_line_a_key_of_its_own() {
    String first = api.post("/orders", LINE + LINE, keyed("batch")).body();
    String again = api.post("/orders", LINE + LINE, keyed("batch")).body();

    assertThat(again).isEqualTo(first);
    assertThat(first.lines()).hasSize(2);
    assertThat(api.services().lookup().order(2).record().idempotencyKey()).isEqualTo("batch-2");
  }

  @Test
  void should_refuse_a_line_whose_key_belongs_to_another_order() {
    api.post("/orders", LINE, keyed("batch"));
    String again = api.post("/orders", LINE.replace("06134", "1") + LINE, keyed("batch")).body();

    List<JsonNode> answers = again.lines().map(TestApi::json).toList();
    assertThat(answers.get(0).get("status").asInt()).isEqualTo(422);
    assertThat(answers.get(0).get("line").asInt()).isEqualTo(1);
    assertThat(answers.get(1).get("order_id").asInt()).isEqualTo(2);
  }

  @Test
  void should_accept_nothing_of_an_order_that_was_cut_off() throws IOException {
    try (Socket socket = api.socket()) {
      send(socket, head());
      send(socket, chunk(LINE));
      assertThat(firstStartingWith(reader(socket), "{")).contains("\"order_id\":1");
      send(socket, chunk(LINE.substring(0, LINE.length() / 2)));
    }

    assertThat(api.services().inspector().newest()).containsExactly(1L);
  }

  private static String[] keyed(String key) {
    return new String[] {LINES[0], LINES[1], "idempotency-key", key};
  }

  private static String head() {
    return String.join(
        "\r\n",
        "POST /orders HTTP/1.1",
        "Host: localhost",
        "Content-Type: application/x-ndjson",
        "Transfer-Encoding: chunked",
        "\r\n");
  }

  private static String chunk(String text) {
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    return Integer.toHexString(length) + "\r\n" + text + "\r\n";
  }

  private static void send(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  private static String firstStartingWith(BufferedReader answer, String start) throws IOException {
    String line = answer.readLine();
    while (line != null && !line.startsWith(start)) {
      line = answer.readLine();
    }
    return line;
  }
}
