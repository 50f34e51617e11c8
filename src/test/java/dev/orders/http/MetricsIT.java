package dev.orders.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsIT {

  private static final Map<String, String> BROKEN =
      Map.of(
          "ORDERS_CARRIER_FAILURE_RATE", "1",
          "ORDERS_SHIPPING_RETRIES", "1",
          "ORDERS_SHIPPING_RETRY_DELAY", "100ms");

  @Test
  void should_be_well_formed_and_count_what_happened() {
    try (TestApi api = new TestApi()) {
      api.order();
      api.order();
      api.post("/queues/shipping/pause", "{}");
      api.get("/nothing/\"here\\\n".replace("\"", "%22").replace("\\", "%5C").replace("\n", "%0A"));
      api.work("email", "invoice");
      await().until(() -> values(api).get(queue("tasks", "invoice", "pending")) == 0);

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
  void should_count_what_became_of_every_task_and_how_long_it_took() {
    try (TestApi api = new TestApi(BROKEN)) {
      for (int i = 0; i < 5; i++) {
        api.order();
      }
      api.work("email", "invoice");
      api.work("shipping");
      String dead = queue("tasks", "shipping", "dead");
      Map<String, Double> values =
          await().until(() -> values(api), now -> now.get(dead) == 5 && isIdle(now));

      assertThat(values).containsEntry("orders_accepted_total", 5.0);
      for (String queue : new String[] {"email", "invoice"}) {
        assertThat(values).containsEntry(events(queue, "added"), 5.0);
        assertThat(values).containsEntry(events(queue, "done"), 5.0);
        assertThat(values).containsEntry(events(queue, "retried"), 0.0);
        assertThat(values).containsEntry(events(queue, "dead"), 0.0);
        assertThat(values).containsEntry(duration("count", queue), 5.0);
      }
      assertThat(values).containsEntry(events("shipping", "done"), 0.0);
      assertThat(values).containsEntry(events("shipping", "retried"), 5.0);
      assertThat(values).containsEntry(events("shipping", "dead"), 5.0);
      assertThat(values).containsEntry(duration("count", "shipping"), 10.0);
      assertThat(values.get(duration("sum", "invoice"))).isPositive().isLessThan(60);
      assertThat(values)
          .containsEntry(queue("tasks", "shipping", "delayed"), 0.0)
          .containsEntry("orders_queue_oldest_seconds{queue=\"email\"}", 0.0)
          .containsEntry("orders_workers", 2.0)
          .containsEntry("orders_worker_slots", 8.0);
    }
  }

  private static String events(String queue, String event) {
    return "orders_queue_events_total{queue=\"%s\",event=\"%s\"}".formatted(queue, event);
  }

  private static String duration(String part, String kind) {
    return "orders_task_duration_seconds_%s{task=\"%s\"}".formatted(part, kind);
  }

  private static boolean isIdle(Map<String, Double> values) {
    return Stream.of("email", "invoice").allMatch(name -> values.get(events(name, "done")) == 5);
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
