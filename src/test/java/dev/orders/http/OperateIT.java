package dev.orders.http;

import static dev.orders.http.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does by hand, over HTTP. */
class OperateIT {

  @TempDir private Path directory;

  @Test
  void should_retry_a_failed_task_and_nothing_else() throws IOException {
    Path folder = Files.writeString(directory.resolve("invoices"), "a file in the way");
    try (TestApi api = new TestApi(Map.of("ORDERS_INVOICE_DIR", folder.toString()))) {
      api.order();
      assertThat(api.post("/tasks/1-invoice/retry", "{}").statusCode()).isEqualTo(409);
      api.work("invoice");
      awaitState(api, "1-invoice", "FAILURE");

      Files.delete(folder);
      HttpResponse<String> retried = api.post("/tasks/1-invoice/retry", "");

      assertThat(retried.statusCode()).isEqualTo(200);
      assertThat(json(retried).get("action").asString()).isEqualTo("retried");
      awaitState(api, "1-invoice", "SUCCESS");
      HttpResponse<String> again = api.post("/tasks/1-invoice/retry", "{}");
      assertThat(again.statusCode()).isEqualTo(409);
      assertThat(json(again).get("detail").asString())
          .isEqualTo("1-invoice is SUCCESS; only a task in FAILURE can be retried");
    }
  }

  @Test
  void should_cancel_a_waiting_task_a_running_one_and_an_order() {
    Map<String, String> slow = Map.of("ORDERS_CARRIER_DELAY", "1m", "ORDERS_LEASE", "3s");
    try (TestApi api = new TestApi(slow)) {
      api.order();
      api.order();
      assertThat(api.post("/tasks/1-email/cancel", "{}").statusCode()).isEqualTo(200);
      assertThat(stateOf(api, "1-email")).isEqualTo("REVOKED");
      assertThat(api.post("/tasks/1-email/cancel", "{}").statusCode()).isEqualTo(409);

      api.work("shipping");
      awaitState(api, "1-shipping", "PROGRESS");
      HttpResponse<String> stopping = api.post("/tasks/1-shipping/cancel", "{}");
      assertThat(stopping.statusCode()).isEqualTo(202);
      assertThat(json(stopping).get("action").asString()).isEqualTo("stopping");
      awaitState(api, "1-shipping", "REVOKED");

      assertThat(json(api.post("/orders/2/cancel", "{}")).get(0).get("status").asString())
          .isEqualTo("cancelled");
      assertThat(stateOf(api, "2-invoice")).isEqualTo("REVOKED");
      assertThat(api.post("/orders/2/cancel", "{}").statusCode()).isEqualTo(409);
    }
  }

  @Test
  void should_stop_deliveries_from_a_queue_until_they_are_resumed() {
    try (TestApi api = new TestApi()) {
      assertThat(json(api.post("/queues/email/pause", "{}")).get("paused").asBoolean()).isTrue();
      api.work("email", "invoice");
      api.order();
      awaitState(api, "1-invoice", "SUCCESS");
      assertThat(stateOf(api, "1-email")).isEqualTo("PENDING");
      assertThat(json(api.get("/queues")).get(0).get("paused").asBoolean()).isTrue();

      assertThat(json(api.post("/queues/email/resume", "{}")).get("paused").asBoolean()).isFalse();
      awaitState(api, "1-email", "SUCCESS");
    }
  }

  @Test
  void should_know_nothing_that_was_never_there() {
    try (TestApi api = new TestApi()) {
      for (String path :
          new String[] {
            "/tasks/9-email/retry",
            "/tasks/9-email/cancel",
            "/tasks/9/retry",
            "/orders/9/cancel",
            "/orders/9-email/cancel",
            "/queues/nothing/pause",
            "/queues/%2e%2e/resume",
            "/queues/*/pause",
            "/queues/%7B0%7D/pause"
          }) {
        assertThat(api.post(path, "{}").statusCode()).as(path).isEqualTo(404);
      }
    }
  }

  private static void awaitState(TestApi api, String task, String state) {
    await().until(() -> stateOf(api, task).equals(state));
  }

  private static String stateOf(TestApi api, String task) {
    return json(api.get("/tasks/" + task)).get("state").asString();
  }
}
