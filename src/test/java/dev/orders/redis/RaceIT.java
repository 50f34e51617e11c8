package dev.orders.redis;

import static dev.orders.redis.TestStore.EMAIL;
import static dev.orders.redis.TestStore.LEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.queue.Broker.Fetched;
import dev.orders.queue.Delivery;
import dev.orders.queue.Settlement;
import dev.orders.queue.Settlement.Succeeded;
import dev.orders.queue.TaskResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

/** Several do the same thing, or opposite things, at one moment. */
@Timeout(60)
class RaceIT {

  private static final List<String> QUEUES = List.of("email", "invoice", "shipping");

  private final TestStore store = new TestStore();
  private final RedisStore other =
      RedisStore.connect(
          new RedisOptions(TestRedis.url(), null, store.namespace(), TestStore.RETENTION));
  private final ExecutorService threads = Executors.newFixedThreadPool(3);

  @AfterEach
  void close() {
    threads.shutdownNow();
    other.close();
    store.close();
  }

  @RepeatedTest(3)
  void should_give_what_a_dead_worker_held_to_one_of_two_that_recover_at_once() throws Exception {
    for (int i = 0; i < 120; i++) {
      store.order(EMAIL);
    }
    store.fetch("dead", 120, "email").forEach(lost -> store.expire(store.begin(lost)));

    Future<List<Delivery>> one = threads.submit(() -> takeAll(store.broker()::fetch, "one"));
    Future<List<Delivery>> two = threads.submit(() -> takeAll(other.broker()::fetch, "two"));

    List<Delivery> taken = new ArrayList<>(one.get());
    taken.addAll(two.get());
    assertThat(taken).hasSize(120);
    assertThat(taken).extracting(Delivery::id).doesNotHaveDuplicates();
    assertThat(taken).extracting(Delivery::number).containsOnly(2L);
    assertThat(store.standing().counts()).isEqualTo("accepted=120 crashed=120 tasks=120");
    new Ledger(store, List.of("email")).check();
  }

  @RepeatedTest(3)
  void should_end_every_task_once_when_cancel_races_fetch_and_settle() throws Exception {
    Set<Long> orders = new HashSet<>();
    for (int i = 0; i < 60; i++) {
      orders.add(store.order());
    }
    Callable<Void> working =
        () -> {
          List<Delivery> taken;
          do {
            taken = other.broker().fetch("one", QUEUES, 3, LEASE).deliveries();
            other.broker().settle("one", taken.stream().map(RaceIT::success).toList());
          } while (!taken.isEmpty());
          return null;
        };
    Callable<Void> cancelling =
        () -> {
          orders.forEach(store.operations()::cancelOrder);
          return null;
        };
    Future<Void> worker = threads.submit(working);
    Future<Void> operator = threads.submit(cancelling);
    worker.get();
    operator.get();
    working.call();

    new Ledger(store, QUEUES).check();
    assertThat(QUEUES)
        .allSatisfy(
            queue ->
                assertThat(store.standing().queue(queue))
                    .startsWith("pending[] lease[] delayed[] dead[]"));
    assertThat(store.raw().zcard(store.keys().prefix() + "closed")).isEqualTo(60);
  }

  private interface Fetch {
    Fetched fetch(String worker, List<String> queues, int want, Duration lease);
  }

  private static List<Delivery> takeAll(Fetch broker, String worker) {
    List<Delivery> all = new ArrayList<>();
    List<Delivery> some;
    do {
      some = broker.fetch(worker, List.of("email"), 7, LEASE).deliveries();
      all.addAll(some);
    } while (!some.isEmpty());
    return all;
  }

  private static Settlement success(Delivery delivery) {
    return new Settlement(delivery.id(), delivery.number(), new Succeeded(TaskResult.of(Map.of())));
  }
}
