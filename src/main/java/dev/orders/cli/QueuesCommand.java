package dev.orders.cli;

import dev.orders.app.Operator;
import dev.orders.app.Services;
import dev.orders.app.TaskTypes;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code orders queues}. */
@Command(name = "queues", description = "Show how the queues stand.")
final class QueuesCommand implements Callable<Integer> {

  @Mixin ConnectOptions connect = new ConnectOptions();
  @Mixin OutputOptions output = new OutputOptions();

  @Parameters(arity = "0..*", paramLabel = "QUEUE", description = "Which queues (default: all).")
  List<String> queues = List.of();

  @Override
  public Integer call() {
    queues.forEach(Operator::known);
    try (Services services = connect.services()) {
      return QueueTable.print(
          output, services.inspector(), queues.isEmpty() ? TaskTypes.queues() : queues);
    }
  }
}
