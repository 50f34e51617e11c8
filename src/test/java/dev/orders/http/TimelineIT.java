package dev.orders.http;

import static dev.orders.http.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orders.queue.TaskId;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * What can be read of orders afterwards: one was sent and cannot be shipped, its invoice waits; of
 * another everything was cancelled before any worker came.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimelineIT {

  private final TestApi api =
      new TestApi(
          Map.of(
              "ORDERS_CARRIER_FAILURE_RATE", "1",
              "ORDERS_SHIPPING_RETRIES", "1",
              "ORDERS_SHIPPING_RETRY_DELAY", "20ms"));

  @BeforeAll
  void work() {
    api.services().operations().cancelOrder(api.order());
    api.order();
    api.work("email", "shipping");
    await()
        .untilAsserted(
            () -> {
              assertThat(state("2-email")).isEqualTo("SUCCESS");
              assertThat(state("2-shipping")).isEqualTo("FAILURE");
            });
  }

  private String state(String task) {
    return api.services()
        .inspector()
        .task(TaskId.parse(task).orElseThrow())
        .orElseThrow()
        .state()
        .name();
  }

  @AfterAll
  void close() {
    api.close();
  }

  @Test
  void should_tell_each_attempt_with_its_wait_its_run_its_worker_and_its_error() {
    JsonNode timeline = json(api.get("/orders/2/timeline"));

    assertThat(timeline.get("order_id").asInt()).isEqualTo(2);
    assertThat(outcomes(timeline, 0)).containsExactly("SUCCESS");
    assertThat(outcomes(timeline, 2)).containsExactly("RETRY", "FAILURE");
    JsonNode retried = timeline.at("/tasks/2/attempts/0");
    assertThat(retried.get("error").asString()).isNotBlank();
    assertThat(retried.get("worker").asString()).isNotBlank();
    assertThat(retried.get("retry_delay_seconds").asDouble()).isPositive();
    assertThat(retried.get("wait_seconds").asDouble()).isNotNegative();
    assertThat(retried.get("run_seconds").asDouble()).isNotNegative();
  }

  @Test
  void should_tell_what_still_waits_up_to_now() {
    JsonNode timeline = json(api.get("/orders/2/timeline"));

    assertThat(outcomes(timeline, 1)).containsExactly("WAITING");
    assertThat(timeline.at("/tasks/1/attempts/0").has("started_at")).isFalse();
    assertThat(timeline.get("until").asString())
        .isGreaterThan(timeline.at("/tasks/2/ended_at").asString());
  }

  @Test
  void should_end_with_the_last_task() {
    JsonNode timeline = json(api.get("/orders/1/timeline"));

    assertThat(timeline.get("status").asString()).isEqualTo("cancelled");
    assertThat(outcomes(timeline, 0)).containsExactly("REVOKED");
    assertThat(timeline.get("until")).isEqualTo(timeline.at("/tasks/2/ended_at"));
  }

  @Test
  void should_show_what_the_handler_has_logged_and_no_personal_data() {
    HttpResponse<String> log =
        await()
            .until(() -> api.get("/tasks/2-email/log"), answer -> answer.body().contains("file"));

    assertThat(json(log).get(0).get("task_id").asString()).isEqualTo("2-email");
    assertThat(json(log).get(0).get("delivery").asInt()).isEqualTo(1);
    assertThat(log.body()).doesNotContain("김민지").doesNotContain("minji.kim");
    assertThat(json(api.get("/tasks/2-invoice/log"))).isEmpty();
    assertThat(api.get("/tasks/99-email/log").statusCode()).isEqualTo(404);
  }

  @Test
  void should_know_no_timeline_of_an_unknown_order() {
    assertThat(api.get("/orders/99/timeline").statusCode()).isEqualTo(404);
    assertThat(api.get("/orders/2-email/timeline").statusCode()).isEqualTo(404);
  }

  @Test
  void should_show_the_last_minutes_in_columns_by_queue() {
    JsonNode history = json(api.get("/history?minutes=5"));

    assertThat(history.get("minutes").asInt()).isEqualTo(5);
    assertThat(sum(history.get("accepted"))).isEqualTo(2);
    JsonNode email = history.at("/queues/0");
    JsonNode shipping = history.at("/queues/2");
    assertThat(List.of(email.get("queue").asString(), shipping.get("queue").asString()))
        .containsExactly("email", "shipping");
    assertThat(email.get("added")).hasSize(5);
    assertThat(sum(email.get("added"))).isEqualTo(2);
    assertThat(sum(email.get("done"))).isEqualTo(1);
    assertThat(sum(email.get("cancelled"))).isEqualTo(1);
    assertThat(sum(email.get("run_seconds"))).isPositive();
    assertThat(sum(shipping.get("retried"))).isEqualTo(1);
    assertThat(sum(shipping.get("dead"))).isEqualTo(1);
  }

  @Test
  void should_show_a_day_and_no_more() {
    assertThat(json(api.get("/history")).get("minutes").asInt()).isEqualTo(1440);
    assertThat(api.get("/history?minutes=1441").statusCode()).isEqualTo(422);
    assertThat(api.get("/history?minutes=0").statusCode()).isEqualTo(422);
    assertThat(api.get("/history?minutes=many").statusCode()).isEqualTo(422);
  }

  @Test
  void should_offer_all_of_it_to_prometheus() {
    List<String> metrics = api.get("/metrics").body().lines().toList();

    assertThat(metrics)
        .contains("orders_accepted_total 2")
        .contains("orders_queue_tasks{queue=\"invoice\",place=\"pending\"} 1")
        .contains("orders_queue_events_total{queue=\"shipping\",event=\"retried\"} 1")
        .contains("orders_queue_events_total{queue=\"shipping\",event=\"dead\"} 1")
        .contains("orders_queue_events_total{queue=\"email\",event=\"done\"} 1")
        .contains("orders_task_duration_seconds_count{task=\"shipping\"} 2")
        .contains("orders_task_duration_seconds_bucket{task=\"shipping\",le=\"+Inf\"} 2")
        .contains("orders_task_duration_seconds_bucket{task=\"email\",le=\"60.0\"} 1")
        .contains("orders_workers 1")
        .anyMatch(line -> line.startsWith("orders_queue_oldest_seconds{queue=\"invoice\"} "));
  }

  private static List<String> outcomes(JsonNode timeline, int task) {
    return timeline
        .at("/tasks/" + task + "/attempts")
        .valueStream()
        .map(attempt -> attempt.get("outcome").asString())
        .toList();
  }

  private static double sum(JsonNode column) {
    return column.valueStream().mapToDouble(JsonNode::asDouble).sum();
  }
}
