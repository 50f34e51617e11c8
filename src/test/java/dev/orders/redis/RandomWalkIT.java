package dev.orders.redis;

import static dev.orders.redis.TestStore.LEASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orders.queue.AuditTerms;
import dev.orders.queue.Delivery;
import dev.orders.queue.QueueStats;
import dev.orders.queue.Settlement.Succeeded;
import dev.orders.queue.TaskResult;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever workers and operators do, in whatever order, and whenever a line is cut before or after
 * Redis has done it, the books are right after every step.
 */
class RandomWalkIT {

  private static final int STEPS = 80;
  private static final int CUT_EVERY = 20;
  private static final List<String> QUEUES = List.of("email", "invoice", "shipping");

  /** A lease that the walk lets expire is over since 1970, which no worker is to be blamed for. */
  private static final AuditTerms PATIENT =
      new AuditTerms(
          AuditedShop.PLAN,
          AuditedShop.TERMS.fingerprint(),
          Duration.ofHours(1),
          Duration.ofDays(36_500));

  private static final Succeeded DONE = new Succeeded(TaskResult.of(Map.of()));

  private final CuttingProxy proxy = new CuttingProxy(TestRedis.shared().port());
  private final TestStore store = new TestStore(proxy);
  private final Ledger ledger = new Ledger(store, QUEUES);

  @AfterEach
  void close() throws IOException {
    store.close();
    proxy.close();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 17, 42, 4711, 20_260_101})
  void should_keep_the_books_right_after_every_step(long seed) {
    RandomWalk walk = new RandomWalk(store, seed);
    Random trouble = new Random(~seed);
    for (int i = 0; i < STEPS; i++) {
      try {
        if (i > 0) { // the first step connects
          cut(trouble.nextInt(CUT_EVERY));
        }
        walk.step();
        ledger.check();
        assertThat(store.auditor().audit(PATIENT).findings()).isEmpty();
      } catch (AssertionError e) {
        throw new AssertionError("seed " + seed + " after " + walk.log(), e);
      }
    }
    finishEverything();
    ledger.check();
  }

  /** Loses what is sent next before Redis hears of it, or the answer after Redis has done it. */
  private void cut(int dice) {
    if (dice == 0) {
      proxy.cutAt("EVALSHA", 1);
    } else if (dice == 1) {
      proxy.cutNextAnswer();
    }
  }

  /** Nothing is stuck: once everybody behaves, every order comes to its end. */
  private void finishEverything() {
    QUEUES.forEach(store.operations()::resume);
    await()
        .until(
            () -> {
              QUEUES.forEach(queue -> store.operations().retryDead(queue, 200));
              QUEUES.forEach(this::expireAll);
              fetchAll().forEach(task -> store.settle("w3", task, DONE));
              return QUEUES.stream().map(store.inspector()::queue).allMatch(RandomWalkIT::isEmpty);
            });
    assertThat(store.standing().quarantine()).isEmpty();
  }

  private List<Delivery> fetchAll() {
    return store.broker().fetch("w3", QUEUES, 200, LEASE).deliveries();
  }

  private void expireAll(String queue) {
    store
        .raw()
        .zrange(store.keys().lease(queue), 0, -1)
        .forEach(id -> store.raw().zadd(store.keys().lease(queue), 1, id));
  }

  private static boolean isEmpty(QueueStats stats) {
    return stats.pending() + stats.active() + stats.delayed() + stats.dead() == 0;
  }
}
