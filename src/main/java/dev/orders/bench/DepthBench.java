package dev.orders.bench;

import dev.orders.app.Audit;
import dev.orders.app.Services;
import dev.orders.app.TaskTypes;
import dev.orders.queue.AuditReport;
import dev.orders.queue.TaskResult;
import java.util.List;
import java.util.Map;

/**
 * Whether a task costs more when many wait: the server's processor time for each of some thousand
 * tasks, fetched and settled, with little else pending and then with everything pending. Then the
 * time that an audit takes for all of it.
 */
final class DepthBench implements Course {

  private static final int SOME = 5_000;
  private static final TaskResult NOTHING = TaskResult.of(Map.of());

  /** Not shipping: an audit would miss the notice of a shipment that was done by doing nothing. */
  private static final List<String> QUEUES = List.of("email", "invoice");

  @Override
  public Sample run(Ground ground) {
    Services services = ground.services();
    double shallow = cost(services, SOME);
    double deep = cost(services, ground.orders());
    long tasks = (long) (SOME + ground.orders()) * TaskTypes.first().size();
    long audit = audit(services.audit());
    return new Sample()
        .with(Figure.SHALLOW_US_EACH, shallow)
        .with(Figure.DEEP_US_EACH, deep)
        .rate(Figure.AUDIT_PER_SECOND, tasks, audit);
  }

  /** Microseconds for each of some tasks when those of so many orders are pending. */
  private static double cost(Services services, int orders) {
    BenchOrders.submit(services.intake(), orders);
    long some = Math.min(SOME, orders);
    double before = services.serverReading().cpuMicros();
    new Ceiling(services.broker(), QUEUES, delivery -> NOTHING).nanos(some);
    return (services.serverReading().cpuMicros() - before) / some;
  }

  private static long audit(Audit audit) {
    long begun = System.nanoTime();
    AuditReport report = audit.run(false);
    if (!report.isClean()) {
      throw new IllegalStateException("the books of the bench do not balance: " + report);
    }
    return System.nanoTime() - begun;
  }
}
