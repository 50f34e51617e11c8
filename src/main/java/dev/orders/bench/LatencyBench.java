package dev.orders.bench;

import dev.orders.app.Services;
import dev.orders.app.TaskTypes;
import dev.orders.app.WorkerRun;
import dev.orders.queue.Attempt;
import dev.orders.queue.RetryLaterException;
import dev.orders.queue.Submission;
import dev.orders.queue.TaskId;
import dev.orders.queue.TaskResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.locks.LockSupport;

/**
 * One order at a time for a worker that waits for work, and the moment at which the handler of each
 * of its tasks, and of the first of them, starts; then orders that are scheduled a little later;
 * then orders whose tasks fail at first, and are to be tried again a little later.
 */
final class LatencyBench implements Course {

  /** Long enough for the worker to be waiting again, and never in step with anything. */
  private static final long IDLE_NANOS = 3_000_000;

  /** Far longer than a retry waits by the bench's settings, jitter included. */
  private static final Duration DELAY = Duration.ofMillis(150);

  private static final int LATER_SHARE = 20;
  private static final TaskResult NOTHING = TaskResult.of(Map.of());

  private final Latencies started = new Latencies();
  private final Latencies begun = new Latencies();
  private final Latencies late = new Latencies();
  private final Latencies retried = new Latencies();

  /** The earliest start of the order that is under way. */
  private final LongAccumulator first = new LongAccumulator(Math::min, Long.MAX_VALUE);

  /** One for each handler that has started: looking for the end before that would cost time. */
  private final Semaphore starts = new Semaphore(0);

  private final Map<TaskId, Long> due = new ConcurrentHashMap<>();
  private volatile Latencies current = started;
  private volatile long from;
  private volatile boolean fails;

  @Override
  public Sample run(Ground ground) {
    int later = Math.max(1, ground.orders() / LATER_SHARE);
    Services services = ground.services();
    try (WorkerRun worker = services.worker(QueueBench.terms(), QueueBench.doing(this::handle))) {
      worker.start();
      send(services, worker, ground.orders(), Duration.ZERO);
      current = late;
      send(services, worker, later, DELAY);
      fails = true;
      send(services, worker, later, Duration.ZERO);
    }
    return new Sample()
        .with(Figure.P50_MS, started.percentile(50))
        .with(Figure.P99_MS, started.percentile(99))
        .with(Figure.FIRST_P50_MS, begun.percentile(50))
        .with(Figure.FIRST_P99_MS, begun.percentile(99))
        .with(Figure.LATE_P50_MS, late.percentile(50))
        .with(Figure.LATE_P99_MS, late.percentile(99))
        .with(Figure.RETRY_LATE_P50_MS, retried.percentile(50))
        .with(Figure.RETRY_LATE_P99_MS, retried.percentile(99));
  }

  private void send(Services services, WorkerRun worker, int orders, Duration delay) {
    long done = worker.counts().succeeded();
    for (int i = 1; i <= orders; i++) {
      Submission order = BenchOrders.submission(i, delay);
      LockSupport.parkNanos(IDLE_NANOS + (i % 7) * 100_000L);
      from = System.nanoTime() + delay.toNanos();
      services.intake().submit(List.of(order));
      done += TaskTypes.first().size();
      awaitStarts();
      Drain.awaitDone(worker, done);
      if (current == started) {
        begun.add(first.getThenReset());
      }
    }
  }

  private void awaitStarts() {
    try {
      starts.acquire(TaskTypes.first().size());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private TaskResult handle(Attempt attempt) throws RetryLaterException {
    long now = System.nanoTime();
    if (fails) {
      retry(attempt.delivery().id(), now);
    } else {
      current.add(now - from);
      first.accumulate(now - from);
    }
    starts.release();
    return NOTHING;
  }

  private void retry(TaskId task, long now) throws RetryLaterException {
    Long expected = due.remove(task);
    if (expected == null) {
      due.put(task, now + DELAY.toNanos());
      throw new RetryLaterException("at first", DELAY);
    }
    retried.add(now - expected);
  }
}
