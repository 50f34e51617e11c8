package dev.orders.bench;

import dev.orders.queue.Broker;
import dev.orders.queue.Delivery;
import dev.orders.queue.Settlement;
import dev.orders.queue.Settlement.Succeeded;
import dev.orders.queue.TaskResult;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What the server alone can do: drivers that only fetch and settle, so many at a time that the
 * server always has the next request lying before it.
 */
final class Ceiling {

  private static final int DRIVERS = 4;
  private static final int BATCH = 200;
  private static final Duration LEASE = Duration.ofSeconds(30);

  private final Broker broker;
  private final List<String> queues;
  private final Function<Delivery, TaskResult> results;

  /**
   * @param results what each task is settled with
   */
  Ceiling(Broker broker, List<String> queues, Function<Delivery, TaskResult> results) {
    this.broker = broker;
    this.queues = queues;
    this.results = results;
  }

  /** Nanoseconds until the queues are empty. */
  long nanos() {
    return nanos(Long.MAX_VALUE);
  }

  /** Nanoseconds until so many tasks are settled, or the queues are empty. */
  long nanos(long most) {
    AtomicLong left = new AtomicLong(most);
    long begun = System.nanoTime();
    IntStream.range(0, DRIVERS)
        .mapToObj(i -> Background.run(() -> drive("bench-driver-" + i, left)))
        .toList()
        .forEach(Background::join);
    return System.nanoTime() - begun;
  }

  private void drive(String worker, AtomicLong left) {
    List<Delivery> taken = take(worker, left);
    while (!taken.isEmpty()) {
      broker.settle(worker, taken.stream().map(this::settlement).toList());
      taken = take(worker, left);
    }
  }

  private List<Delivery> take(String worker, AtomicLong left) {
    long before = left.getAndAdd(-BATCH);
    int want = (int) Math.max(0, Math.min(BATCH, before));
    return want == 0 ? List.of() : broker.fetch(worker, queues, want, LEASE).deliveries();
  }

  private Settlement settlement(Delivery delivery) {
    return new Settlement(delivery.id(), delivery.number(), new Succeeded(results.apply(delivery)));
  }
}
