package dev.orders.http;

import static dev.orders.http.TestApi.ORDER;
import static dev.orders.http.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AcceptIT {

  private final TestApi api = new TestApi();

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void should_answer_an_accepted_order_with_its_ids_and_its_place() {
    HttpResponse<String> response = api.post("/orders", ORDER);

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.headers().firstValue("location")).contains("/orders/1");
    assertThat(json(response))
        .isEqualTo(
            json(
                """
                {"order_id":1,"status":"confirmed","message":"The order has been accepted.",
                 "task_ids":{"email_task":"1-email","invoice_task":"1-invoice",
                             "shipping_task":"1-shipping"}}
                """));
    assertThat(api.get("/orders/1").statusCode()).isEqualTo(200);
  }

  @Test
  void should_list_every_fault_with_its_json_pointer() {
    String broken = ORDER.replace("\"quantity\": 2", "\"quantity\": 0").replace("06134", " ");
    HttpResponse<String> response = api.post("/orders", broken);

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(json(response).get("status").asInt()).isEqualTo(422);
    assertThat(json(response).get("errors").valueStream())
        .extracting(error -> error.get("pointer").asString())
        .contains("/items/1/quantity", "/shipping_address/postal_code");
    assertThat(api.get("/orders/1").statusCode()).isEqualTo(404);
  }

  @Test
  void should_call_what_is_no_json_malformed() {
    for (String text : new String[] {"", "{", "nonsense", "{\"a\":}"}) {
      assertThat(api.post("/orders", text).statusCode()).as(text).isEqualTo(400);
    }
  }

  @Test
  void should_take_one_order_only_as_a_json_document() {
    String two = ORDER.replace("\n", " ") + "\n" + ORDER.replace("\n", " ");

    assertThat(api.post("/orders", "[" + ORDER + "]").statusCode()).isEqualTo(422);
    assertThat(api.post("/orders", two).statusCode()).isEqualTo(422);
    assertThat(api.post("/orders", two).body()).contains("application/x-ndjson");
  }

  @Test
  void should_refuse_a_document_that_is_too_large_before_it_has_come() {
    HttpResponse<String> response = api.post("/orders", " ".repeat(Front.LARGEST + 1));

    assertThat(response.statusCode()).isEqualTo(413);
  }

  @Test
  void should_accept_an_order_once_under_its_key() {
    HttpResponse<String> first = api.post("/orders", ORDER, "idempotency-key", "k-1");
    HttpResponse<String> again = api.post("/orders", ORDER, "idempotency-key", "\"k-1\"");

    assertThat(first.headers().firstValue("idempotency-replayed")).isEmpty();
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("location")).contains("/orders/1");
    assertThat(again.headers().firstValue("idempotency-replayed")).contains("true");
  }

  @Test
  void should_repeat_the_first_answer_although_the_order_has_moved_on() {
    HttpResponse<String> first = api.post("/orders", ORDER, "idempotency-key", "k-1");
    api.services().operations().cancelOrder(1);

    assertThat(api.post("/orders", ORDER, "idempotency-key", "k-1").body()).isEqualTo(first.body());
  }

  @Test
  void should_refuse_another_order_under_the_same_key_and_name_what_differs() {
    api.post("/orders", ORDER, "idempotency-key", "k-1");
    HttpResponse<String> other =
        api.post("/orders", ORDER.replace("06134", "06135"), "idempotency-key", "k-1");

    assertThat(other.statusCode()).isEqualTo(422);
    JsonNode errors = json(other).get("errors");
    assertThat(errors.size()).isEqualTo(1);
    assertThat(errors.get(0).get("pointer").asString()).isEqualTo("/shipping_address/postal_code");
  }

  @Test
  void should_know_the_key_inside_an_order_too() {
    String keyed = ORDER.replaceFirst("\\{", "{\"idempotency_key\":\"inside\",");

    assertThat(json(api.post("/orders", keyed))).isEqualTo(json(api.post("/orders", keyed)));
    assertThat(api.get("/orders/2").statusCode()).isEqualTo(404);
  }

  @Test
  void should_refuse_a_key_that_cannot_be_one() {
    assertThat(api.post("/orders", ORDER, "idempotency-key", "no spaces").statusCode())
        .isEqualTo(400);
  }

  @Test
  void should_want_to_be_told_that_it_is_json() {
    HttpResponse<String> response = api.post("/orders", ORDER, "content-type", "text/plain");

    assertThat(response.statusCode()).isEqualTo(415);
    assertThat(response.body()).contains("application/json or application/x-ndjson");
    assertThat(
            api.post("/orders", ORDER, "content-type", "application/json; charset=utf-8")
                .statusCode())
        .isEqualTo(201);
  }
}
