package dev.orders.cli;

import dev.orders.app.Operator;
import dev.orders.app.Services;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code orders pause}. */
@Command(
    name = "pause",
    description = "Stop deliveries from a queue. What runs goes on; what comes waits.")
final class PauseCommand implements Callable<Integer> {

  @Mixin ConnectOptions connect = new ConnectOptions();
  @Mixin OutputOptions output = new OutputOptions();

  @Parameters(arity = "1..*", paramLabel = "QUEUE", description = "Which queues.")
  List<String> queues = List.of();

  @Override
  public Integer call() {
    queues.forEach(Operator::known);
    try (Services services = connect.services()) {
      Operator operator = new Operator(services.operations());
      queues.forEach(operator::pause);
      return QueueTable.print(output, services.inspector(), queues);
    }
  }
}
