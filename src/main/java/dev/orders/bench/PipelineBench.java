package dev.orders.bench;

import dev.orders.app.Services;
import dev.orders.app.TaskTypes;
import dev.orders.queue.Delivery;
import dev.orders.queue.TaskResult;
import dev.orders.queue.TaskResult.OrderChange;
import java.util.Map;

/**
 * Orders with everything that follows: confirmation and notice as files, the PDF invoice, the local
 * carrier, by one worker as {@code orders worker} starts it. Counted are orders.
 */
final class PipelineBench implements Course {

  private static final TaskResult NOTHING = TaskResult.of(Map.of());
  private static final TaskResult SHIPPED =
      new TaskResult(Map.of(), new OrderChange("shipped", "TRK0000000000"), TaskTypes.NOTICE);

  @Override
  public Sample run(Ground ground) {
    Services services = ground.services();
    long tasks = (long) ground.orders() * (TaskTypes.first().size() + 1);
    BenchOrders.submit(services.intake(), ground.orders());
    double before = services.serverReading().cpuMicros();
    long took = Drain.nanos(services.worker(QueueBench.terms()), tasks);
    double after = services.serverReading().cpuMicros();
    BenchOrders.submit(services.intake(), ground.orders());
    long alone = new Ceiling(services.broker(), TaskTypes.queues(), PipelineBench::result).nanos();
    return new Sample()
        .rate(Figure.PER_SECOND, ground.orders(), took)
        .rate(Figure.SERVER_PER_SECOND, ground.orders(), alone)
        .rate(Figure.TASKS_PER_SECOND, tasks, took)
        .with(Figure.MS_EACH, took / 1e6 / ground.orders())
        .with(Figure.SERVER_US_EACH, (after - before) / ground.orders())
        .share();
  }

  private static TaskResult result(Delivery delivery) {
    return delivery.id().name().equals("shipping") ? SHIPPED : NOTHING;
  }
}
