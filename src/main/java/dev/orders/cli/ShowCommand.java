package dev.orders.cli;

import dev.orders.app.Lookup;
import dev.orders.app.Services;
import dev.orders.app.Target;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code orders show}: an order, its status, its tasks. */
@Command(name = "show", description = "Show orders: what was ordered, where it stands, its tasks.")
final class ShowCommand implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "ORDER", description = "An order's id (17).")
  List<Target> orders = List.of();

  @Mixin ConnectOptions connect = new ConnectOptions();
  @Mixin OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    try (Services services = connect.services()) {
      Lookup lookup = services.lookup();
      output.print(
          new OrderTable(services),
          orders.stream().map(Target::requireOrder).map(lookup::order).toList());
      return ExitCodes.OK;
    }
  }
}
