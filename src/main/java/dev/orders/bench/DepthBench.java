package dev.orders.bench;

import dev.orders.app.Audit;
import dev.orders.app.Services;
import dev.orders.app.TaskTypes;
import dev.orders.queue.AuditReport;
import dev.orders.queue.TaskResult;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Whether a task costs more when many wait: the server's processor time for each of a thousand
 * tasks, fetched and settled, with little else pending and then with everything pending. Then the
 * time that an audit takes for all of it.
 */
final class DepthBench implements Course {

  /** Of each measurement, whose middle one is told: the tasks of one are a blink. */
  private static final int ROUNDS = 15;

  private static final int MOST = 1_000;
  private static final TaskResult NOTHING = TaskResult.of(Map.of());

  /** Not shipping: an audit would miss the notice of a shipment that was done by doing nothing. */
  private static final List<String> QUEUES = List.of("email", "invoice");

  @Override
  public Sample run(Ground ground) {
    Services services = ground.services();
    int some = Math.min(MOST, ground.orders());
    double shallow =
        middle(
            () -> {
              BenchOrders.submit(services.intake(), some);
              return cost(services, some);
            });
    BenchOrders.submit(services.intake(), ground.orders());
    double deep = middle(() -> cost(services, some));
    long tasks = (long) (ROUNDS * some + ground.orders()) * TaskTypes.first().size();
    long audit = audit(services.audit());
    return new Sample()
        .with(Figure.SHALLOW_US_EACH, shallow)
        .with(Figure.DEEP_US_EACH, deep)
        .rate(Figure.AUDIT_PER_SECOND, tasks, audit);
  }

  private static double middle(Supplier<Double> measurement) {
    return Spread.of(Stream.generate(measurement).limit(ROUNDS).toList()).median();
  }

  /** Microseconds for each of so many tasks. */
  private static double cost(Services services, int some) {
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
