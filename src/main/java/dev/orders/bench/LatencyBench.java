package dev.orders.bench;

import dev.orders.app.Services;
import dev.orders.app.TaskTypes;
import dev.orders.app.WorkerRun;
import dev.orders.queue.Attempt;
import dev.orders.queue.Submission;
import dev.orders.queue.TaskResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * One order at a time for a worker that waits for work, and the moment at which the handler of each
 * of its tasks starts; then orders that are scheduled a little later.
 */
final class LatencyBench implements Course {

  /** Long enough for the worker to be waiting again, and never in step with anything. */
  private static final long IDLE_NANOS = 3_000_000;

  private static final Duration DELAY = Duration.ofMillis(150);
  private static final int SCHEDULED_SHARE = 20;
  private static final TaskResult NOTHING = TaskResult.of(Map.of());

  private final Latencies started = new Latencies();
  private final Latencies late = new Latencies();
  private volatile Latencies current = started;
  private volatile long from;

  @Override
  public Sample run(Ground ground) {
    Services services = ground.services();
    try (WorkerRun worker = services.worker(QueueBench.terms(), QueueBench.doing(this::handle))) {
      worker.start();
      long done = send(services, worker, ground.orders(), Duration.ZERO, 0);
      current = late;
      send(services, worker, Math.max(1, ground.orders() / SCHEDULED_SHARE), DELAY, done);
    }
    return new Sample()
        .with(Figure.P50_MS, started.percentile(50))
        .with(Figure.P99_MS, started.percentile(99))
        .with(Figure.LATE_P50_MS, late.percentile(50))
        .with(Figure.LATE_P99_MS, late.percentile(99));
  }

  private long send(Services services, WorkerRun worker, int orders, Duration delay, long before) {
    long done = before;
    for (int i = 1; i <= orders; i++) {
      Submission order = BenchOrders.submission(i, delay);
      LockSupport.parkNanos(IDLE_NANOS + (i % 7) * 100_000L);
      from = System.nanoTime() + delay.toNanos();
      services.intake().submit(List.of(order));
      done += TaskTypes.first().size();
      Drain.awaitDone(worker, done);
    }
    return done;
  }

  private TaskResult handle(Attempt attempt) {
    current.add(System.nanoTime() - from);
    return NOTHING;
  }
}
