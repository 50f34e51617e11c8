package dev.orders.http;

import static dev.orders.http.TestApi.ORDER;
import static dev.orders.http.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LettersIT {

  private static final String FULL = "full-token-0123456789";
  private static final String READ = "read-token-0123456789";
  private static final TestApi API = new TestApi();

  @AfterAll
  static void close() {
    API.close();
  }

  @Test
  void should_show_the_confirmation_as_it_is_sent() {
    long order = API.order();

    JsonNode letter = json(API.get("/orders/" + order + "/email"));

    assertThat(letter.get("to").asString()).contains("김민지").contains("@");
    assertThat(letter.get("subject").asString()).contains(Long.toString(order));
    assertThat(letter.get("date").asString()).contains("T");
    assertThat(letter.get("text").asString()).contains("무선 기계식 키보드").contains("김민지");
  }

  @Test
  void should_show_the_notice_once_there_is_a_tracking_number() {
    long order = API.order();
    String notice = "/orders/" + order + "/email?letter=notice";
    assertThat(API.get(notice).statusCode()).isEqualTo(409);
    assertThat(API.get(notice).body()).contains("tracking number");

    API.work("shipping");

    await().until(() -> API.get(notice).statusCode() == 200);
    String tracking = json(API.get("/orders/" + order)).get("tracking_number").asString();
    assertThat(json(API.get(notice)).get("text").asString()).contains(tracking);
  }

  @Test
  void should_confine_the_page_of_a_letter_and_escape_what_a_customer_wrote() {
    String hostile = "<script>alert(1)</script>";
    String body = ORDER.replace("무선 기계식 키보드", hostile).replace("김민지", hostile);
    long order = json(API.post("/orders", body)).get("order_id").asLong();

    HttpResponse<String> page = API.get("/orders/" + order + "/email.html");

    assertThat(page.body()).contains("&lt;script&gt;").doesNotContain("<script");
    assertThat(page.headers().firstValue("content-type").orElse("")).startsWith("text/html");
    assertThat(page.headers().firstValue("content-security-policy").orElse(""))
        .contains("sandbox", "default-src 'none'")
        .doesNotContain("allow-", "script-src");
  }

  @Test
  void should_know_two_letters_only_and_none_of_an_unknown_order() {
    assertThat(API.get("/orders/1/email?letter=love").statusCode()).isEqualTo(422);
    assertThat(API.get("/orders/99999/email").statusCode()).isEqualTo(404);
  }

  @Test
  void should_show_letters_to_the_full_token_only() {
    try (TestApi guarded =
        new TestApi(Map.of("ORDERS_HTTP_TOKEN", FULL, "ORDERS_HTTP_READ_TOKEN", READ))) {
      guarded.post("/orders", ORDER, "authorization", "Bearer " + FULL);
      for (String path : new String[] {"/orders/1/email", "/orders/1/email.html"}) {
        assertThat(guarded.get(path, "authorization", "Bearer " + READ).statusCode())
            .isEqualTo(403);
        assertThat(guarded.get(path, "authorization", "Bearer " + FULL).statusCode())
            .isEqualTo(200);
      }
    }
  }
}
