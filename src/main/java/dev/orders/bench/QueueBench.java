package dev.orders.bench;

import dev.orders.app.Services;
import dev.orders.app.TaskTypes;
import dev.orders.app.WorkerTerms;
import dev.orders.queue.TaskHandler;
import dev.orders.queue.TaskResult;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One worker with a handler that does nothing: leases, events, counts, timeline and results as in
 * production. Then the same orders again, worked off by {@link Ceiling}.
 */
final class QueueBench implements Course {

  /** As many threads as {@code orders worker} has by itself. */
  static final int CONCURRENCY = 4;

  private static final TaskResult NOTHING = TaskResult.of(Map.of());

  @Override
  public Sample run(Ground ground) {
    Services services = ground.services();
    long tasks = (long) ground.orders() * TaskTypes.first().size();
    BenchOrders.submit(services.intake(), ground.orders());
    double before = services.serverReading().cpuMicros();
    long took = Drain.nanos(services.worker(terms(), doing(attempt -> NOTHING)), tasks);
    double after = services.serverReading().cpuMicros();
    BenchOrders.submit(services.intake(), ground.orders());
    long alone = new Ceiling(services.broker(), TaskTypes.queues(), delivery -> NOTHING).nanos();
    return new Sample()
        .rate(Figure.PER_SECOND, tasks, took)
        .rate(Figure.SERVER_PER_SECOND, tasks, alone)
        .with(Figure.SERVER_US_EACH, (after - before) / tasks)
        .share();
  }

  static WorkerTerms terms() {
    return new WorkerTerms(TaskTypes.queues(), CONCURRENCY, "bench", false);
  }

  /** The same handler for every kind of task that an order begins with. */
  static Map<String, TaskHandler> doing(TaskHandler handler) {
    return TaskTypes.first().stream().collect(Collectors.toMap(type -> type.name(), t -> handler));
  }
}
