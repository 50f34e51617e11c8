package dev.orders.cli;

import dev.orders.app.JsonForm;
import dev.orders.app.QueueJson;
import dev.orders.queue.Inspector;
import dev.orders.queue.QueueStats;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How queues are shown: what waits, runs, is delayed and is dead. */
final class QueueTable implements View<QueueStats> {

  /** Prints how these queues stand. */
  static int print(OutputOptions output, Inspector inspector, List<String> queues) {
    try (Printer<QueueStats> printer = output.many(new QueueTable())) {
      queues.forEach(queue -> printer.print(inspector.queue(queue)));
    }
    return ExitCodes.OK;
  }

  @Override
  public List<String> columns() {
    return List.of("QUEUE", "PENDING", "ACTIVE", "DELAYED", "DEAD", "OLDEST", "PAUSED");
  }

  @Override
  public List<List<String>> rows(QueueStats queue) {
    return List.of(
        List.of(
            queue.name(),
            Long.toString(queue.pending()),
            Long.toString(queue.active()),
            Long.toString(queue.delayed()),
            Long.toString(queue.dead()),
            age(queue.oldest()),
            queue.paused() ? "yes" : "no"));
  }

  private static String age(@Nullable Duration age) {
    return age == null ? "-" : Ages.text(age);
  }

  @Override
  public List<String> ids(QueueStats queue) {
    return List.of(queue.name());
  }

  @Override
  public JsonForm<QueueStats> json() {
    return new QueueJson();
  }
}
