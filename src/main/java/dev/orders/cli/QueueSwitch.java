package dev.orders.cli;

import dev.orders.app.Operator;
import dev.orders.app.Services;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A verb that does the same to each of the queues named, and then shows how they stand. */
abstract class QueueSwitch implements Callable<Integer> {

  @Mixin ConnectOptions connect = new ConnectOptions();
  @Mixin OutputOptions output = new OutputOptions();

  @Parameters(arity = "1..*", paramLabel = "QUEUE", description = "Which queues.")
  List<String> queues = List.of();

  /** Does it to one. */
  abstract void turn(Operator operator, String queue);

  @Override
  public final Integer call() {
    queues.forEach(Operator::known);
    try (Services services = connect.services()) {
      Operator operator = new Operator(services.operations());
      queues.forEach(queue -> turn(operator, queue));
      return QueueTable.print(output, services.inspector(), queues);
    }
  }
}
