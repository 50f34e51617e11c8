package dev.orders;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orders.redis.BundledServer;
import dev.orders.redis.TestRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two worker processes share 2,000 orders, and one of them is killed with SIGKILL half way. */
class WorkerKilledIT {

  private static final int ORDERS = 2_000;
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path directory;

  @Test
  void should_end_every_order_with_one_invoice_when_a_worker_is_killed_half_way()
      throws IOException {
    try (BundledServer redis = TestRedis.start()) {
      OrdersProcess orders =
          new OrdersProcess(directory)
              .with("ORDERS_REDIS_URL", redis.url())
              .with("ORDERS_LEASE", "3s");
      orders.run("submit", "-q", "-o", "id", batch().toString()).exits(0);
      OrdersProcess.Running victim = orders.start("worker", "-q", "-c", "4", "--name", "victim");
      OrdersProcess.Running survivor =
          orders.start("worker", "-q", "-c", "4", "--name", "survivor");

      await().atMost(4, MINUTES).until(() -> invoices().size() >= ORDERS / 2);
      victim.kill();
      await().atMost(4, MINUTES).untilAsserted(() -> assertThat(unfinished(orders)).isZero());

      assertThat(invoices()).as("one invoice an order").hasSize(ORDERS);
      assertThat(orderIds(invoices())).hasSize(ORDERS);
      assertThat(tasksIn("outbox")).as("a confirmation and a notice an order").hasSize(2 * ORDERS);
      survivor.process().destroy();
      survivor.finish().exits(0);
    }
  }

  private Path batch() throws IOException {
    String order =
        Files.readString(Path.of("examples", "order.json"))
            .lines()
            .map(String::strip)
            .collect(Collectors.joining());
    return Files.write(directory.resolve("batch.ndjson"), Collections.nCopies(ORDERS, order));
  }

  /** What still lies in any list: pending, active, delayed or dead. */
  private static long unfinished(OrdersProcess orders) {
    JsonNode queues = JSON.readTree(orders.run("queues", "-o", "json").exits(0).out());
    long sum = 0;
    for (JsonNode queue : queues) {
      for (String place : List.of("pending", "active", "delayed", "dead")) {
        sum += queue.get(place).asLong();
      }
    }
    return sum;
  }

  private Set<String> invoices() {
    return tasksIn("invoices");
  }

  private static Set<String> orderIds(Set<String> invoices) {
    return invoices.stream()
        .map(name -> name.split("_")[1])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> tasksIn(String folder) {
    try (Stream<Path> files = Files.list(directory.resolve(folder))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      return Set.of();
    }
  }
}
