package dev.orders.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.orders.OrdersProcess;
import dev.orders.redis.TestRedis;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that was written in Python for a FastAPI front, against the packaged jar. */
class ShopClientIT {

  private static final Path CLIENT = Path.of("examples", "shop_client.py");
  private static final Pattern SERVING = Pattern.compile("Serving at (\\S+),");
  private static final JsonMapper JSON = new JsonMapper();
  private static final Optional<Python> PYTHON = Python.find();

  @TempDir private static Path directory;

  private static String namespace;
  private static OrdersProcess.Running server;

  private OrdersProcess.Running worker;

  @BeforeAll
  static void serve() {
    if (PYTHON.isEmpty()) {
      System.err.println("SKIPPED: the client in Python: " + Python.MISSING);
    }
    assumeTrue(PYTHON.isPresent(), Python.MISSING);
    namespace = TestRedis.namespace();
    server = orders().start("serve", "--port", "0");
  }

  private static OrdersProcess orders() {
    return new OrdersProcess(directory)
        .with("ORDERS_REDIS_URL", TestRedis.url())
        .with("ORDERS_NAMESPACE", namespace)
        .with("ORDERS_LOCALE", "en");
  }

  @AfterEach
  void dismiss() {
    stop(worker);
  }

  @AfterAll
  static void close() {
    stop(server);
  }

  private static void stop(OrdersProcess.Running running) {
    if (running != null) {
      running.process().destroy();
      running.finish().exits(0);
    }
  }

  @Test
  void should_serve_a_client_of_the_fastapi_version_until_all_its_tasks_succeed() {
    worker = orders().with("ORDERS_CARRIER_DELAY", "1s").start("worker");

    Python.Finished client = client("order.json");

    assertThat(client.code()).as(client.err()).isZero();
    List<JsonNode> answers = answers(client);
    int id = answers.get(0).get("order_id").asInt();
    assertThat(answers.get(0))
        .isEqualTo(
            JSON.readTree(
                """
                {"order_id": 17, "status": "confirmed", "message": "The order has been accepted.",
                 "task_ids": {"email_task": "17-email", "invoice_task": "17-invoice",
                              "shipping_task": "17-shipping"}}
                """
                    .replace("17", Integer.toString(id))));
    List<JsonNode> tasks = answers.subList(1, answers.size());
    assertThat(tasks).allSatisfy(task -> requireTask(task, id));
    assertThat(tasks)
        .filteredOn(task -> task.get("state").asString().equals("PROGRESS"))
        .extracting(task -> task.get("progress").asInt() + " " + task.get("status").asString())
        .contains("30 Sending the shipment");
    JsonNode shipment = result(tasks, "-shipping").get("shipping_info");
    assertThat(shipment.propertyNames())
        .containsExactlyInAnyOrder(
            "order_id", "tracking_number", "recipient", "address", "phone", "estimated_delivery");
    assertThat(shipment.get("tracking_number").asString()).startsWith("TRK");
    assertThat(shipment.get("recipient").asString()).isEqualTo("김민지");
    JsonNode invoice = result(tasks, "-invoice");
    assertThat(Path.of(invoice.get("filepath").asString())).isNotEmptyFile();
    assertThat(invoice.get("filepath").asString())
        .endsWith("/" + invoice.get("filename").asString());
    assertThat(result(tasks, "-email").get("message").asString()).isNotBlank();
  }

  @Test
  void should_tell_the_client_which_task_failed_and_why() {
    worker =
        orders()
            .with("ORDERS_CARRIER_FAILURE_RATE", "1")
            .with("ORDERS_SHIPPING_RETRIES", "0")
            .start("worker");

    Python.Finished client = client("order-usd.json");

    assertThat(client.code()).as(client.err()).isEqualTo(1);
    assertThat(client.err())
        .contains("shipping_task failed: ", "email_task: success", "invoice_task: success");
    JsonNode failed = last(answers(client), "-shipping");
    assertThat(failed.get("state").asString()).isEqualTo("FAILURE");
    assertThat(failed.get("error").asString()).contains("the local carrier failed");
    assertThat(failed.has("result")).isFalse();
  }

  @Test
  void should_tell_the_client_why_its_order_is_refused() {
    Python.Finished client = client("invalid.json");

    assertThat(client.code()).as(client.err()).isEqualTo(3);
    assertThat(client.err()).startsWith("refused: ").hasLineCount(1);
    assertThat(client.out()).isEmpty();
  }

  private Python.Finished client(String example) {
    Matcher url =
        await()
            .atMost(Duration.ofMinutes(1))
            .until(() -> SERVING.matcher(server.err()), Matcher::find);
    String order = Path.of("examples", example).toString();
    return PYTHON.orElseThrow().run(CLIENT.toString(), url.group(1), order);
  }

  private static List<JsonNode> answers(Python.Finished client) {
    return client.out().lines().map(JSON::readTree).toList();
  }

  /** What every answer about a task has, whatever its state. */
  private static void requireTask(JsonNode task, int order) {
    assertThat(task.get("order_id").asInt()).isEqualTo(order);
    assertThat(task.get("task_id").asString())
        .isEqualTo(order + "-" + task.get("queue").asString());
    assertThat(task.get("status").asString()).isNotBlank();
    assertThat(task.get("state").asString())
        .isIn("PENDING", "STARTED", "PROGRESS", "SUCCESS", "FAILURE", "RETRY");
  }

  private static JsonNode last(List<JsonNode> tasks, String kind) {
    return tasks.stream()
        .filter(task -> task.path("task_id").asString("").endsWith(kind))
        .reduce((before, after) -> after)
        .orElseThrow();
  }

  private static JsonNode result(List<JsonNode> tasks, String kind) {
    JsonNode last = last(tasks, kind);
    assertThat(last.get("state").asString()).isEqualTo("SUCCESS");
    JsonNode result = last.get("result");
    assertThat(result.get("status").asString()).isEqualTo("success");
    assertThat(result.get("order_id")).isEqualTo(last.get("order_id"));
    return result;
  }
}
