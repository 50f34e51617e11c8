package dev.orders.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.queue.BrokerException;
import dev.orders.queue.Delivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A random walk's ways to take tasks: at once, waiting for them in Redis, woken by an order,
 * interrupted before it waits. Copies of what was sent before come late, and take nothing.
 */
final class RandomFetch {

  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final Duration MOMENT = Duration.ofMillis(2);

  private final TestStore store;
  private final Random random;
  private final List<String> queues;
  private final Runnable submit;
  private final Set<String> delivered = new HashSet<>();

  /**
   * @param submit what wakes a worker
   */
  RandomFetch(TestStore store, Random random, List<String> queues, Runnable submit) {
    this.store = store;
    this.random = random;
    this.queues = queues;
    this.submit = submit;
  }

  /** One worker's next fetch; each delivery comes once. */
  List<Delivery> take(String worker, int want) {
    List<Delivery> taken = anyhow(worker, want);
    for (Delivery one : taken) {
      String delivery = one.id() + "#" + one.number();
      assertThat(delivered.add(delivery)).as(delivery + " came once").isTrue();
    }
    return taken;
  }

  /** Whatever lies under a lease has come to somebody. */
  void check() {
    for (String queue : queues) {
      for (String id : store.raw().zrange(store.keys().lease(queue), 0, -1)) {
        String number = store.raw().hget(store.keys().prefix() + "task:" + id, "delivery");
        assertThat(delivered).contains(id + "#" + number);
      }
    }
  }

  private List<Delivery> anyhow(String worker, int want) {
    return switch (random.nextInt(16)) {
      case 0, 1 -> await(worker, want, MOMENT);
      case 2, 3 -> woken(worker, want);
      case 4 -> interrupted(worker, want);
      default -> plain(worker, want);
    };
  }

  private List<Delivery> plain(String worker, int want) {
    return store.broker().fetch(worker, queues, want, LEASE).deliveries();
  }

  /** As a worker does: when its line was cut it asks again, for no more than it may have by now. */
  private List<Delivery> await(String worker, int want, Duration atMost) {
    try {
      return store.broker().awaitWork(worker, queues, want, LEASE, atMost).deliveries();
    } catch (BrokerException e) {
      Thread.interrupted();
      return plain(worker, 0);
    }
  }

  private List<Delivery> woken(String worker, int want) {
    CompletableFuture<List<Delivery>> idle =
        CompletableFuture.supplyAsync(() -> await(worker, want, Duration.ofSeconds(1)));
    submit.run();
    return idle.join();
  }

  /** Before Redis hears of it; later ones are tried by AwaitWorkIT and WaitingLineIT. */
  private List<Delivery> interrupted(String worker, int want) {
    List<Delivery> taken = new ArrayList<>(await(worker, want, MOMENT)); // connects
    Thread.currentThread().interrupt();
    try {
      taken.addAll(await(worker, want, Duration.ofSeconds(1)));
    } finally {
      Thread.interrupted();
    }
    return taken;
  }

  /** A copy of the worker's last request but some comes in. */
  void late(String worker) {
    @Nullable String kept = store.raw().hget(store.keys().worker(worker), "fetch");
    long last = kept == null ? 0 : Long.parseLong(kept.split(" ", 2)[0]);
    if (last > 1) {
      String number = Long.toString(last - 1 - random.nextLong(Math.min(3, last - 1)));
      List<?> answer =
          (List<?>)
              store.run(
                  Script.FETCH,
                  worker,
                  number,
                  "60000",
                  "5",
                  "1000",
                  queues.get(0),
                  queues.get(1),
                  queues.get(2));
      assertThat((List<?>) answer.get(2))
          .as("taken by request %s after %s", number, kept)
          .isEmpty();
    }
  }
}
