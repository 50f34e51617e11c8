package dev.orders.cli;

import dev.orders.app.Operator;
import dev.orders.app.Services;
import dev.orders.app.Target;
import dev.orders.order.OrderStatus;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orders update}. */
@Command(
    name = "update",
    description =
        "Set an order's status through a task of its own, as far as its life allows the step.")
final class UpdateCommand implements Callable<Integer> {

  @Mixin ConnectOptions connect = new ConnectOptions();
  @Mixin OutputOptions output = new OutputOptions();

  @Parameters(paramLabel = "ORDER", description = "The order's id.")
  Target order = new Target(0, null);

  @Option(
      names = "--status",
      required = true,
      paramLabel = "STATUS",
      description = "pending, confirmed, shipped, delivered or cancelled.")
  OrderStatus status = OrderStatus.DELIVERED;

  @Override
  public Integer call() {
    try (Services services = connect.services()) {
      output.print(
          new OutcomeTable(), List.of(new Operator(services.operations()).update(order, status)));
      return ExitCodes.OK;
    }
  }
}
