package dev.orders.redis;

import static dev.orders.redis.TestStore.FINGERPRINT;
import static dev.orders.redis.TestStore.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.queue.Broker.Lease;
import dev.orders.queue.Broker.Report;
import dev.orders.queue.Delivery;
import dev.orders.queue.Settlement;
import dev.orders.queue.Settlement.Verdict;
import dev.orders.queue.TaskId;
import dev.orders.queue.WorkerInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Two workers and an operator who do anything at any time: sensible, late, twice, or to the wrong
 * task. The same seed takes the same steps, as far as the server's clock allows.
 */
final class RandomWalk {

  private static final List<String> QUEUES = List.of("email", "invoice", "shipping");

  private final List<String> workers = new ArrayList<>(List.of("w1", "w2"));
  private final TestStore store;
  private final Random random;
  private final RandomFetch fetch;
  private final RandomOutcomes outcomes;
  private final Map<String, List<Delivery>> ever = new HashMap<>();
  private final Set<String> settled = new HashSet<>();
  private final List<String> log = new ArrayList<>();
  private long orders;

  RandomWalk(TestStore store, long seed) {
    this.store = store;
    this.random = new Random(seed);
    this.outcomes = new RandomOutcomes(random);
    this.fetch = new RandomFetch(store, random, QUEUES, this::submit);
    workers.forEach(worker -> ever.put(worker, new ArrayList<>()));
  }

  /** What it has done, for a failing test. */
  List<String> log() {
    return log;
  }

  /** Does one thing. */
  void step() {
    move();
    fetch.check();
  }

  private void move() {
    int dice = random.nextInt(100);
    if (dice < 10 || orders == 0) {
      submit();
    } else if (dice < 36) {
      fetch();
    } else if (dice < 38) {
      fetch.late(any(workers));
    } else if (dice < 40) {
      leave();
    } else if (dice < 68) {
      settle();
    } else if (dice < 76) {
      expire();
    } else if (dice < 82) {
      report();
    } else {
      operate(dice);
    }
  }

  private void submit() {
    @Nullable String key = random.nextInt(3) == 0 ? "key-" + random.nextInt(5) : null;
    Duration delay = random.nextInt(4) == 0 ? Duration.ofMillis(random.nextInt(4)) : Duration.ZERO;
    orders = Math.max(orders, store.submit(key, FINGERPRINT, delay).orderId());
    note("submit", key, delay);
  }

  private void fetch() {
    String worker = any(workers);
    int want = random.nextInt(5);
    List<Delivery> taken = fetch.take(worker, want);
    ever.get(worker).addAll(taken);
    note("fetch", worker, want, taken.stream().map(one -> one.id() + "#" + one.number()).toList());
  }

  /** A worker ends, and another begins; what that one held may still be settled. */
  private void leave() {
    String gone = workers.remove(0);
    store.broker().deregister(gone);
    workers.add(gone + "x");
    ever.put(gone + "x", ever.get(gone));
    fetch.late(gone);
    note("leave", gone);
  }

  /** Settles some of what a worker ever had in its hands, the latest most of the time. */
  private void settle() {
    String worker = any(workers);
    List<Settlement> some = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0 && !ever.get(worker).isEmpty(); i--) {
      Delivery one = recent(ever.get(worker));
      some.add(new Settlement(one.id(), one.number(), outcomes.of(one)));
    }
    List<Verdict> verdicts = store.broker().settle(worker, some);
    note("settle", worker, some, verdicts);
    for (int i = 0; i < some.size(); i++) {
      if (verdicts.get(i) == Verdict.OK) {
        String delivery = some.get(i).task() + "#" + some.get(i).delivery();
        assertThat(settled.add(delivery)).as(delivery + " settled once").isTrue();
      }
    }
  }

  private void expire() {
    List<Delivery> held = ever.get(any(workers));
    if (!held.isEmpty()) {
      Delivery one = recent(held);
      store.expire(one);
      note("expire", one.id());
    }
  }

  private void report() {
    String worker = any(workers);
    List<Delivery> held = ever.get(worker);
    List<Lease> leases = held.stream().map(one -> new Lease(one.id(), one.number())).toList();
    WorkerInfo info = new WorkerInfo(worker, "h", 1, QUEUES, 1, Instant.EPOCH, List.of(), null);
    store.broker().heartbeat(info, leases, Duration.ofSeconds(60));
    store
        .broker()
        .progress(
            worker, held.stream().map(one -> new Report(one.id(), one.number(), 50)).toList());
    note("beat", worker, leases.size());
  }

  private void operate(int dice) {
    long order = 1 + random.nextLong(orders);
    String name = any(List.of("email", "invoice", "shipping", "notice", "status-1"));
    TaskId task = new TaskId(order, name);
    if (dice < 87) {
      note("retry", store.operations().retry(task));
    } else if (dice < 88) {
      note("retry all", store.operations().retryDead(any(QUEUES), 3));
    } else if (dice < 92) {
      note("cancel", store.operations().cancel(task));
    } else if (dice < 94) {
      note("cancel order", store.operations().cancelOrder(order));
    } else if (dice < 97) {
      String status = any(List.of("confirmed", "shipped", "delivered", "cancelled"));
      note("update", status, store.operations().update(order, status, STATUS));
    } else if (dice < 98) {
      store.outlive(order);
      note("outlive", order);
    } else if (dice < 99) {
      note("pause", store.operations().pause(any(QUEUES)));
    } else {
      QUEUES.forEach(store.operations()::resume);
      note("resume");
    }
  }

  private Delivery recent(List<Delivery> all) {
    int back = random.nextInt(10) == 0 ? all.size() : Math.min(all.size(), 6);
    return all.get(all.size() - 1 - random.nextInt(back));
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private void note(@Nullable Object... words) {
    log.add(Arrays.toString(words));
  }
}
