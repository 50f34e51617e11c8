package dev.orders.http;

import static dev.orders.http.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A client that was written for the FastAPI version: posts an order, then polls its tasks. */
class ClientFlowIT {

  private static final Set<String> ENDED = Set.of("SUCCESS", "FAILURE");

  @Test
  void should_accept_an_order_and_show_its_tasks_until_they_succeed() {
    try (TestApi api = new TestApi()) {
      JsonNode accepted = json(api.post("/orders", TestApi.ORDER));
      List<JsonNode> tasks = List.copyOf(accepted.get("task_ids").values());
      assertThat(tasks).hasSize(3);
      for (JsonNode task : tasks) {
        JsonNode waiting = json(api.get("/tasks/" + task.asString()));
        assertThat(waiting.get("state").asString()).isEqualTo("PENDING");
        assertThat(waiting.get("status").asString()).isNotBlank();
      }

      api.work("email", "invoice", "shipping");

      for (JsonNode task : tasks) {
        JsonNode done = poll(api, task.asString());
        assertThat(done.get("state").asString()).isEqualTo("SUCCESS");
        assertThat(done.get("result").get("status").asString()).isEqualTo("success");
        assertThat(done.get("result").get("order_id").asInt()).isEqualTo(1);
      }
      JsonNode shipment = json(api.get("/tasks/1-shipping")).get("result").get("shipping_info");
      assertThat(shipment.get("tracking_number").asString()).startsWith("TRK");
      assertThat(shipment.get("recipient").asString()).isEqualTo("김민지");
    }
  }

  /** As Python's requests and json put it on the wire: ASCII escapes, floats, lists, any answer. */
  @Test
  void should_understand_what_a_python_client_sends() {
    try (TestApi api = new TestApi()) {
      String body =
          ascii(TestApi.ORDER).replaceAll("(_price|_amount)\": ([0-9]+)(?=[,\\s}])", "$1\": $2.0");
      assertThat(body).contains(".0,", "\\u").doesNotContain("김");

      HttpResponse<String> accepted =
          api.post(
              "/orders",
              body,
              "user-agent",
              "python-requests/2.32.3",
              "accept",
              "*/*",
              "accept-encoding",
              "gzip, deflate");

      assertThat(accepted.statusCode()).isBetween(200, 299);
      assertThat(json(accepted).at("/task_ids/email_task").asString()).isEqualTo("1-email");
      assertThat(json(api.get("/orders/1")).get("customer_name").asString()).isEqualTo("김민지");
    }
  }

  private static String ascii(String text) {
    return text.chars()
        .mapToObj(c -> c < 0x80 ? Character.toString(c) : String.format("\\u%04x", c))
        .collect(Collectors.joining());
  }

  @Test
  void should_show_a_task_that_failed_with_its_error() {
    Map<String, String> broken =
        Map.of("ORDERS_CARRIER_FAILURE_RATE", "1", "ORDERS_SHIPPING_RETRIES", "0");
    try (TestApi api = new TestApi(broken)) {
      long order = api.order();
      api.work("shipping");

      JsonNode failed = poll(api, order + "-shipping");
      assertThat(failed.get("state").asString()).isEqualTo("FAILURE");
      assertThat(failed.get("error").asString()).isNotBlank();
    }
  }

  private static JsonNode poll(TestApi api, String task) {
    return await()
        .until(
            () -> json(api.get("/tasks/" + task)),
            answer -> ENDED.contains(answer.get("state").asString()));
  }
}
