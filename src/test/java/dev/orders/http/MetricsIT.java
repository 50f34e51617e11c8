package dev.orders.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsIT {

  @Test
  void should_be_well_formed_and_count_what_happened() {
    try (TestApi api = new TestApi()) {
      api.order();
      api.order();
      api.post("/queues/shipping/pause", "{}");
      api.get("/nothing/\"here\\\n".replace("\"", "%22").replace("\\", "%5C").replace("\n", "%0A"));
      api.work("email", "invoice");
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> values(api).get(queue("tasks", "invoice", "pending")) == 0);

      Map<String, Double> values = values(api);

      assertThat(values).containsEntry("orders_redis_up", 1.0);
      assertThat(values).containsEntry("orders_accepted_total", 2.0);
      assertThat(values).containsEntry(queue("tasks", "shipping", "pending"), 2.0);
      assertThat(values).containsEntry("orders_queue_paused{queue=\"shipping\"}", 1.0);
      assertThat(values).containsEntry("orders_queue_paused{queue=\"email\"}", 0.0);
      assertThat(values).containsEntry("orders_workers", 1.0);
      assertThat(values)
          .containsEntry(
              "orders_http_requests_seconds_count{method=\"POST\",route=\"/orders\",status=\"201\"}",
              2.0);
      assertThat(values.get("orders_queue_oldest_seconds{queue=\"shipping\"}")).isPositive();
    }
  }

  @Test
  void should_say_what_it_is() {
    try (TestApi api = new TestApi()) {
      assertThat(api.get("/metrics").headers().firstValue("content-type").orElse(""))
          .startsWith("text/plain; version=0.0.4");
    }
  }

  /** The reader is strict indeed. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a 1\n",
        "# HELP a b\n# TYPE a gauge\na 1",
        "# HELP a b\n# TYPE a gauge\na 1\na 2\n",
        "# HELP a b\n# TYPE a gauge\na{b=\"c\"d=\"e\"} 1\n",
        "# HELP a b\n# TYPE a gauge\na{b=\"c\\x\"} 1\n",
        "# HELP a b\n# TYPE a gauge\na one\n",
        "# HELP a b\n# TYPE a counter\na 1\n",
        "# TYPE a gauge\na 1\n",
        "# HELP a b\n# TYPE a summary\na 1\n",
        "# HELP a b\n# TYPE a gauge\nb 1\n",
      })
  void should_not_take_this_for_metrics(String text) {
    assertThatThrownBy(() -> PrometheusText.parse(text)).isInstanceOf(AssertionError.class);
  }

  private static Map<String, Double> values(TestApi api) {
    return PrometheusText.parse(api.get("/metrics").body());
  }

  private static String queue(String metric, String queue, String place) {
    return "orders_queue_%s{queue=\"%s\",place=\"%s\"}".formatted(metric, queue, place);
  }
}
