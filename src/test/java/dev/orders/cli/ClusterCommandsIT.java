package dev.orders.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.redis.TestCluster;
import dev.orders.redis.TestRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Every verb that works with Redis, on a Cluster. */
class ClusterCommandsIT {

  private static final int ORDERS = 40;

  @TempDir Path directory;

  private TestConsole console;

  @BeforeEach
  void connect() {
    console = console(TestCluster.shared().url());
  }

  private TestConsole console(String url) {
    return console(url, TestRedis.namespace());
  }

  private TestConsole console(String url, String namespace) {
    return new TestConsole(
        Map.of(
            "ORDERS_REDIS_URL",
            url,
            "ORDERS_NAMESPACE",
            namespace,
            "ORDERS_LOCALE",
            "en",
            "ORDERS_INVOICE_DIR",
            directory.resolve("invoices").toString(),
            "ORDERS_OUTBOX_DIR",
            directory.resolve("outbox").toString()),
        directory);
  }

  @Test
  void should_take_a_batch_through_all_partitions_to_clean_books() {
    String ids = submitBatch("-o", "id");
    console.expect(0, "worker", "--burst", "-c", "8");

    assertThat(ids.lines().filter(id -> !id.contains("-")).distinct()).hasSize(ORDERS);
    for (JsonNode queue : json("queues")) {
      assertThat(queue.get("pending").asInt() + queue.get("active").asInt()).isZero();
    }
    assertThat(directory.resolve("invoices").toFile().list()).hasSize(ORDERS);
    assertThat(directory.resolve("outbox").toFile().list()).hasSize(2 * ORDERS);
    assertThat(console.expect(0, "audit", "--files", "-o", "json"))
        .contains("\"orders\":" + ORDERS);
    String first = ids.lines().findFirst().orElseThrow();
    assertThat(console.expect(0, "tail", first, "-o", "jsonl").lines()).hasSize(4);
    assertThat(json("wait", first, "--timeout", "5s").get("status").stringValue())
        .isEqualTo("shipped");
  }

  @Test
  void should_double_nothing_when_a_batch_with_keys_is_sent_again() {
    String first = submitBatch("--idempotency-key", "batch", "-o", "id");
    String again = submitBatch("--idempotency-key", "batch", "-o", "id");

    assertThat(again).isEqualTo(first);
    assertThat(pending("email")).isEqualTo(ORDERS);
  }

  @Test
  void should_wait_for_a_replica_when_it_must_be_durable() {
    JsonNode order =
        parsed(
            console
                .input(Sample.order("Hong"))
                .expect(0, "submit", "--durable", "-", "-o", "json"));

    assertThat(order.get("durable").booleanValue()).isTrue();
  }

  @Test
  void should_let_an_operator_change_what_lies_anywhere() {
    String ids = submitBatch("-o", "id");
    String first = ids.lines().findFirst().orElseThrow();
    console.expect(0, "pause", "email");
    console.expect(0, "cancel", first);
    console.expect(0, "worker", "--burst", "-q");
    assertThat(pending("email")).as("confirmations and notices").isEqualTo(2 * (ORDERS - 1));
    assertThat(json("inspect", "reserved")).isEmpty();
    console.expect(0, "resume", "email");
    console.expect(0, "worker", "--burst", "-q");

    assertThat(pending("email")).isZero();
    assertThat(json("show", first).get("status").stringValue()).isEqualTo("cancelled");
    assertThat(console.expect(0, "workers", "-o", "json")).isEqualToIgnoringWhitespace("[]");
    console.expect(0, "audit");
  }

  @Test
  void should_retry_what_died_anywhere_and_deliver_it() throws IOException {
    Path trouble = directory.resolve(".env");
    Files.writeString(trouble, "ORDERS_CARRIER_FAILURE_RATE=1\nORDERS_SHIPPING_RETRIES=0\n");
    String ids = submitBatch("-o", "id");
    console.expect(0, "worker", "--burst", "-q");
    Files.delete(trouble);
    String first = ids.lines().findFirst().orElseThrow();
    assertThat(json("inspect", "dead")).hasSize(ORDERS);
    assertThat(console.expect(0, "log", first, "-o", "jsonl")).contains("\"fact\":\"bytes\"");

    console.expect(0, "retry", "--dead", "--queue", "shipping");
    console.expect(0, "worker", "--burst", "-q");
    console.expect(0, "update", first, "--status", "delivered");
    console.expect(0, "worker", "--burst", "-q");

    assertThat(json("inspect", "dead")).isEmpty();
    assertThat(json("show", first).get("status").stringValue()).isEqualTo("delivered");
    assertThat(console.expect(0, "show", first, "--timeline")).contains("the local carrier failed");
    console.expect(0, "audit");
  }

  @Test
  void should_bring_in_what_the_journal_of_another_redis_holds() {
    String namespace = console.namespace();
    console = console(TestRedis.url(), namespace);
    submitBatch("--journal", "j", "-q");
    console = console(TestCluster.shared().url(), namespace);

    assertThat(json("reconcile", "j", "--other-redis"))
        .hasSize(ORDERS)
        .allMatch(found("submitted"));
    assertThat(json("reconcile", "j", "--other-redis")).hasSize(ORDERS).allMatch(found("present"));
    assertThat(pending("email")).isEqualTo(ORDERS);
    console.expect(0, "audit");
  }

  private static Predicate<JsonNode> found(String how) {
    return order -> order.get("found").stringValue().equals(how);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void should_find_the_cluster_when_given_one_of_its_nodes(int node) {
    console = console(TestCluster.shared().urlOfOne(node));
    submitBatch("-q");
    console.expect(0, "worker", "--burst", "-q", "--queues", "shipping", "-c", "4");

    assertThat(pending("email")).isEqualTo(2 * ORDERS);
    console.expect(0, "audit");
  }

  private String submitBatch(String... options) {
    String batch =
        IntStream.range(0, ORDERS)
            .mapToObj(i -> Sample.order("Hong " + i))
            .collect(Collectors.joining("\n"));
    String[] arguments = new String[options.length + 2];
    arguments[0] = "submit";
    arguments[1] = "-";
    System.arraycopy(options, 0, arguments, 2, options.length);
    return console.input(batch).expect(0, arguments);
  }

  private int pending(String queue) {
    for (JsonNode one : json("queues")) {
      if (one.get("queue").stringValue().equals(queue)) {
        return one.get("pending").asInt();
      }
    }
    throw new AssertionError(queue);
  }

  private JsonNode json(String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "-o";
    all[arguments.length + 1] = "json";
    return parsed(console.expect(0, all));
  }

  private static JsonNode parsed(String text) {
    return new ObjectMapper().readTree(text);
  }
}
