package dev.orders.redis;

import static dev.orders.redis.TestStore.FINGERPRINT;
import static dev.orders.redis.TestStore.LEASE;
import static dev.orders.redis.TestStore.NOTICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orders.queue.AuditReport;
import dev.orders.queue.BrokerException;
import dev.orders.queue.Delivery;
import dev.orders.queue.Receipt;
import dev.orders.queue.Settlement;
import dev.orders.queue.Settlement.Succeeded;
import dev.orders.queue.Submission;
import dev.orders.queue.TaskResult;
import dev.orders.queue.TaskResult.OrderChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/**
 * A batch that comes in while a worker works it off, through whatever happens to the servers in
 * between.
 */
final class Relay implements AutoCloseable {

  private static final List<String> QUEUES = List.of("email", "invoice", "shipping");
  private static final int TOGETHER = 3;
  private static final Duration SHORT_LEASE = Duration.ofSeconds(2);

  private final RedisStore store;
  private final int orders;
  private final Set<Long> vouchedFor = new TreeSet<>();
  private volatile boolean stopped;

  Relay(String url, RedisAccess access, int orders) {
    this.store =
        RedisStore.connect(
            new RedisOptions(
                url, access, TestRedis.namespace(), TestStore.RETENTION, Duration.ofSeconds(60)));
    this.orders = orders;
  }

  /** Sends the batch, each order with a key, and calls somebody when half of it is in. */
  void submit(Runnable halfWay) {
    for (int i = 0; i < orders; i += TOGETHER) {
      List<Submission> some = new ArrayList<>();
      for (int j = i; j < i + TOGETHER; j++) {
        some.add(TestStore.submission("key-" + j, FINGERPRINT, Duration.ZERO));
      }
      store.durableIntake().submit(some).stream()
          .filter(receipt -> receipt.durability().isDurable())
          .forEach(receipt -> vouchedFor.add(receipt.orderId()));
      if (i == orders / 2 / TOGETHER * TOGETHER) {
        halfWay.run();
      }
    }
  }

  /** Works in the background until it is stopped. */
  CompletableFuture<Void> work() {
    return CompletableFuture.runAsync(
        () -> {
          while (!stopped) {
            try {
              workOnce(SHORT_LEASE);
            } catch (BrokerException failingOver) {
              // as a worker does: tries again
            }
          }
        });
  }

  private int workOnce(Duration lease) {
    return workOnce(store, lease);
  }

  /** Takes some tasks of any kind and does them; answers how many. */
  static int workOnce(RedisStore store, Duration lease) {
    List<Delivery> taken = store.broker().fetch("w1", QUEUES, 20, lease).deliveries();
    store.broker().settle("w1", taken.stream().map(Relay::done).toList());
    return taken.size();
  }

  private static Settlement done(Delivery delivery) {
    boolean isShipment = delivery.id().name().equals("shipping");
    TaskResult result =
        isShipment
            ? new TaskResult(Map.of(), new OrderChange("shipped", "TRK1"), NOTICE)
            : TaskResult.of(Map.of());
    return new Settlement(delivery.id(), delivery.number(), new Succeeded(result));
  }

  /** Sends the whole batch again, which doubles nothing, and works off what is left. */
  void finish(CompletableFuture<Void> worker) {
    stopped = true;
    worker.join();
    Set<Long> ids = new TreeSet<>();
    for (int i = 0; i < orders; i++) {
      Submission again = TestStore.submission("key-" + i, FINGERPRINT, Duration.ZERO);
      Receipt receipt = store.intake().submit(List.of(again)).get(0);
      ids.add(receipt.orderId());
    }
    assertThat(ids).hasSize(orders).containsAll(vouchedFor);
    await()
        .atMost(Duration.ofMinutes(3))
        .until(() -> workOnce(LEASE) == 0 && counts("done") >= 4L * orders);
  }

  /** All are through, and the books balance. */
  void check() {
    assertThat(vouchedFor).as("vouched for").isNotEmpty();
    assertThat(counts("accepted")).isEqualTo(orders);
    assertThat(counts("done")).isEqualTo(4L * orders);
    AuditReport report = store.auditor().audit(AuditedShop.TERMS);
    assertThat(report.findings()).isEmpty();
    assertThat(report.orders()).isEqualTo(orders);
  }

  private long counts(String name) {
    return store.inspector().counts().getOrDefault(name, 0L);
  }

  @Override
  public void close() {
    store.close();
  }
}
