package dev.orders.cli;

import dev.orders.app.Operator;
import dev.orders.app.Services;
import dev.orders.app.Target;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code orders cancel}. */
@Command(
    name = "cancel",
    description = {
      "Cancel a task (17-email), or an order with all its open tasks (17).",
      "A waiting task leaves its queue; a running one is interrupted. What is done stays done."
    })
final class CancelCommand implements Callable<Integer> {

  @Mixin ConnectOptions connect = new ConnectOptions();
  @Mixin OutputOptions output = new OutputOptions();

  @Parameters(arity = "1..*", paramLabel = "ID", description = "Order or task ids.")
  List<Target> ids = List.of();

  @Override
  public Integer call() {
    try (Services services = connect.services()) {
      Operator operator = new Operator(services.operations());
      return OutcomeTable.print(output, ids.stream().flatMap(id -> operator.cancel(id).stream()));
    }
  }
}
