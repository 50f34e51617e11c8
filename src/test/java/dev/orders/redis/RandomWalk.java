package dev.orders.redis;

import static dev.orders.redis.TestStore.FINGERPRINT;
import static dev.orders.redis.TestStore.STATUS;

import dev.orders.queue.Broker.Lease;
import dev.orders.queue.Broker.Report;
import dev.orders.queue.Delivery;
import dev.orders.queue.Settlement;
import dev.orders.queue.Settlement.Failed;
import dev.orders.queue.Settlement.Outcome;
import dev.orders.queue.Settlement.Released;
import dev.orders.queue.Settlement.Retried;
import dev.orders.queue.Settlement.Revoked;
import dev.orders.queue.Settlement.Succeeded;
import dev.orders.queue.Settlement.Verdict;
import dev.orders.queue.TaskId;
import dev.orders.queue.TaskResult;
import dev.orders.queue.TaskResult.OrderChange;
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
  private static final List<String> WORKERS = List.of("w1", "w2");

  private final TestStore store;
  private final Random random;
  private final Map<String, List<Delivery>> ever = new HashMap<>();
  private final Set<String> delivered = new HashSet<>();
  private final Set<String> settled = new HashSet<>();
  private final List<String> log = new ArrayList<>();
  private long orders;

  RandomWalk(TestStore store, long seed) {
    this.store = store;
    this.random = new Random(seed);
    WORKERS.forEach(worker -> ever.put(worker, new ArrayList<>()));
  }

  /** What it has done, for a failing test. */
  List<String> log() {
    return log;
  }

  /** Does one thing. */
  void step() {
    int dice = random.nextInt(100);
    if (dice < 10 || orders == 0) {
      submit();
    } else if (dice < 40) {
      fetch();
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
    String worker = any(WORKERS);
    int want = random.nextInt(5);
    List<Delivery> taken =
        store.broker().fetch(worker, QUEUES, want, Duration.ofSeconds(60)).deliveries();
    ever.get(worker).addAll(taken);
    taken.forEach(one -> onlyOnce(delivered, one.id() + "#" + one.number()));
    note("fetch", worker, want, taken.stream().map(one -> one.id() + "#" + one.number()).toList());
  }

  /** Settles some of what a worker ever had in its hands, the latest most of the time. */
  private void settle() {
    String worker = any(WORKERS);
    List<Settlement> some = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0 && !ever.get(worker).isEmpty(); i--) {
      Delivery one = recent(ever.get(worker));
      some.add(new Settlement(one.id(), one.number(), outcome(one)));
    }
    List<Verdict> verdicts = store.broker().settle(worker, some);
    note("settle", worker, some, verdicts);
    for (int i = 0; i < some.size(); i++) {
      if (verdicts.get(i) == Verdict.OK) {
        onlyOnce(settled, some.get(i).task() + "#" + some.get(i).delivery());
      }
    }
  }

  private static void onlyOnce(Set<String> seen, String delivery) {
    if (!seen.add(delivery)) {
      throw new AssertionError(delivery + " twice");
    }
  }

  private Outcome outcome(Delivery delivery) {
    return switch (random.nextInt(9)) {
      case 0 -> new Failed("no");
      case 1 -> new Retried("later", Duration.ofMillis(random.nextInt(3)));
      case 2 -> new Released();
      case 3 -> new Revoked();
      default -> new Succeeded(result(delivery));
    };
  }

  private static TaskResult result(Delivery delivery) {
    String argument = delivery.argument();
    if (argument != null) {
      return new TaskResult(Map.of(), new OrderChange(argument, null), null);
    }
    return delivery.id().name().equals("shipping")
        ? new TaskResult(Map.of("n", "1"), new OrderChange("shipped", "TRK"), TestStore.NOTICE)
        : TaskResult.of(Map.of("n", "1"));
  }

  private void expire() {
    List<Delivery> held = ever.get(any(WORKERS));
    if (!held.isEmpty()) {
      Delivery one = recent(held);
      store.expire(one);
      note("expire", one.id());
    }
  }

  private void report() {
    String worker = any(WORKERS);
    List<Delivery> held = ever.get(worker);
    List<Lease> leases = held.stream().map(one -> new Lease(one.id(), one.number())).toList();
    WorkerInfo info = new WorkerInfo(worker, "h", 1, QUEUES, 1, Instant.EPOCH, List.of(), null);
    store.broker().heartbeat(info, leases, Duration.ofSeconds(60));
    store
        .broker()
        .progress(held.stream().map(one -> new Report(one.id(), one.number(), 50)).toList());
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
