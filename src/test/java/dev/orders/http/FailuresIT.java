package dev.orders.http;

import static dev.orders.http.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FailuresIT {

  @Test
  void should_be_empty_when_nothing_failed() {
    try (TestApi api = new TestApi()) {
      api.order();

      JsonNode report = json(api.get("/failures"));

      assertThat(report.get("total").asInt()).isZero();
      assertThat(report.get("failures").size()).isZero();
    }
  }

  @Test
  void should_group_what_failed_by_its_cause_whatever_numbers_the_error_names() {
    Map<String, String> broken =
        Map.of("ORDERS_CARRIER_FAILURE_RATE", "1", "ORDERS_SHIPPING_RETRIES", "0");
    try (TestApi api = new TestApi(broken)) {
      for (int i = 0; i < 4; i++) {
        api.order();
      }
      api.work("shipping");

      JsonNode report =
          await().until(() -> json(api.get("/failures")), found -> found.get("total").asInt() == 4);

      JsonNode cause = report.at("/failures/0");
      assertThat(report.get("examined").asInt()).isEqualTo(4);
      assertThat(report.get("failures").size()).isEqualTo(1);
      assertThat(cause.get("queue").asString()).isEqualTo("shipping");
      assertThat(cause.get("tasks").asInt()).isEqualTo(4);
      assertThat(cause.get("cause").asString()).isNotBlank().doesNotContainPattern("[0-9]");
      assertThat(cause.get("last_at").asString()).contains("T");
      assertThat(cause.get("examples").valueStream().map(JsonNode::asString))
          .hasSize(3)
          .allMatch(id -> id.matches("[1-4]-shipping"));
    }
  }
}
