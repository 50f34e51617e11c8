package dev.orders.http;

import static dev.orders.http.TestApi.ORDER;
import static dev.orders.http.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SecurityIT {

  private static final String FULL = "full-token-0123456789";
  private static final String READ = "read-token-0123456789";

  private final TestApi guarded =
      new TestApi(Map.of("ORDERS_HTTP_TOKEN", FULL, "ORDERS_HTTP_READ_TOKEN", READ));
  private final TestApi open = new TestApi(Map.of("ORDERS_HTTP_HOSTS", "orders.example, other"));

  @AfterEach
  void close() {
    guarded.close();
    open.close();
  }

  @Test
  void should_want_a_token_for_all_but_what_is_no_secret() {
    for (String path : new String[] {"/orders", "/orders/1", "/queues", "/metrics", "/events"}) {
      HttpResponse<String> response = guarded.get(path);
      assertThat(response.statusCode()).as(path).isEqualTo(401);
      assertThat(response.headers().firstValue("www-authenticate").orElse(""))
          .contains("Bearer")
          .contains("Basic");
    }
    for (String path : new String[] {"/", "/docs", "/openapi.json", "/health/live"}) {
      assertThat(guarded.get(path).statusCode()).as(path).isEqualTo(200);
    }
    assertThat(guarded.get("/health/ready").statusCode()).isEqualTo(200);
    assertThat(guarded.post("/orders", ORDER).statusCode()).isEqualTo(401);
  }

  @Test
  void should_let_the_token_in_as_bearer_or_as_a_password() {
    assertThat(guarded.get("/queues", bearer(FULL)).statusCode()).isEqualTo(200);
    assertThat(guarded.get("/queues", "authorization", basic(FULL)).statusCode()).isEqualTo(200);
    for (String wrong : new String[] {"", "Bearer", "Bearer " + FULL + "x", "Basic !", FULL}) {
      assertThat(guarded.get("/queues", "authorization", wrong).statusCode())
          .as(wrong)
          .isEqualTo(401);
    }
  }

  @Test
  void should_let_the_reading_token_change_nothing() {
    assertThat(guarded.post("/orders", ORDER, bearer(READ)).statusCode()).isEqualTo(403);
    assertThat(guarded.post("/queues/email/pause", "{}", bearer(READ)).statusCode()).isEqualTo(403);
    assertThat(guarded.post("/orders", ORDER, bearer(FULL)).statusCode()).isEqualTo(201);
  }

  @Test
  void should_show_personal_data_to_the_full_token_only() {
    guarded.post("/orders", ORDER, bearer(FULL));
    guarded.work("shipping");
    await().until(() -> guarded.get("/tasks/1-shipping", bearer(READ)).body().contains("SUCCESS"));

    for (String path : new String[] {"/orders/1", "/orders", "/tasks/1-shipping"}) {
      assertThat(guarded.get(path, bearer(FULL)).body()).as(path).contains("김민지");
      assertThat(guarded.get(path, bearer(READ)).body())
          .as(path)
          .contains("***")
          .doesNotContain("김민지")
          .doesNotContain("minji")
          .doesNotContain("가상로")
          .doesNotContain("010-0000");
    }
    for (String path :
        new String[] {
          "/failures", "/tasks", "/orders/1/timeline", "/tasks/1-shipping/log", "/history"
        }) {
      HttpResponse<String> response = guarded.get(path, bearer(READ));
      assertThat(response.statusCode()).as(path).isEqualTo(200);
      assertThat(response.body()).as(path).doesNotContain("김민지", "minji", "가상로", "010-0000");
    }
    assertThat(json(guarded.get("/orders/1", bearer(READ))).at("/items/0/product_name").asString())
        .isEqualTo("무선 기계식 키보드");
    assertThat(guarded.get("/orders/1/invoice.pdf", bearer(READ)).statusCode()).isEqualTo(403);
    assertThat(guarded.get("/orders/1/invoice.pdf", bearer(FULL)).statusCode()).isEqualTo(200);
  }

  @Test
  void should_not_answer_to_a_name_that_somebody_has_made_point_here() throws IOException {
    assertThat(statusFor(open, "evil.example", "")).isEqualTo(421);
    assertThat(statusFor(open, "localhost.evil.example:8000", "")).isEqualTo(421);
    assertThat(statusFor(open, "localhost:1234", "")).isEqualTo(200);
    assertThat(statusFor(open, "127.0.0.1", "")).isEqualTo(200);
    assertThat(statusFor(open, "[::1]:8000", "")).isEqualTo(200);
    assertThat(statusFor(open, "Orders.Example:8000", "")).isEqualTo(200);
    assertThat(statusFor(guarded, "anything.example", "Authorization: Bearer " + READ + "\r\n"))
        .isEqualTo(200);
  }

  @Test
  void should_not_be_used_by_pages_of_another_origin() throws IOException {
    assertThat(statusFor(open, "localhost:8000", "Origin: http://evil.example\r\n")).isEqualTo(403);
    assertThat(statusFor(open, "localhost:8000", "Origin: http://localhost:9\r\n")).isEqualTo(403);
    assertThat(statusFor(open, "localhost:8000", "Origin: null\r\n")).isEqualTo(403);
    assertThat(statusFor(open, "localhost:8000", "Origin: http://localhost:8000\r\n"))
        .isEqualTo(200);
  }

  @Test
  void should_not_take_what_a_form_can_send() {
    for (String type :
        new String[] {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"}) {
      assertThat(open.post("/queues/email/pause", "", "content-type", type).statusCode())
          .as(type)
          .isEqualTo(415);
    }
  }

  @Test
  void should_tell_browsers_to_be_careful_with_every_answer() {
    for (String path : new String[] {"/", "/docs", "/orders", "/nothing"}) {
      HttpResponse<String> response = open.get(path);
      assertThat(response.headers().firstValue("x-content-type-options")).contains("nosniff");
      assertThat(response.headers().firstValue("content-security-policy").orElse(""))
          .startsWith("default-src 'self';")
          .doesNotContain("unsafe");
    }
    assertThat(open.get("/docs").body()).doesNotContain("<style").doesNotContain("http");
    assertThat(open.get("/docs.js").body()).doesNotContain("innerHTML").doesNotContain("http");
  }

  private static String[] bearer(String token) {
    return new String[] {"authorization", "Bearer " + token};
  }

  private static String basic(String password) {
    byte[] credentials = ("me:" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(credentials);
  }

  private static int statusFor(TestApi api, String host, String headers) throws IOException {
    String request =
        "GET /queues HTTP/1.1\r\nHost: " + host + "\r\n" + headers + "Connection: close\r\n\r\n";
    try (Socket socket = api.socket()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Integer.parseInt(answer.split(" ")[1]);
    }
  }
}
