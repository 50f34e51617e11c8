package dev.orders.cli;

import dev.orders.app.Lookup;
import dev.orders.app.Services;
import dev.orders.app.Target;
import dev.orders.app.Timelines;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orders show}: an order, its status, its tasks. */
@Command(name = "show", description = "Show orders: what was ordered, where it stands, its tasks.")
final class ShowCommand implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "ORDER", description = "An order's id (17).")
  List<Target> orders = List.of();

  @Option(
      names = "--timeline",
      description = "Draw all tasks of each order on one time axis, attempt by attempt.")
  boolean timeline;

  @Mixin ConnectOptions connect = new ConnectOptions();
  @Mixin OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    List<Long> ids = orders.stream().map(Target::requireOrder).toList();
    try (Services services = connect.services()) {
      if (timeline) {
        Timelines timelines = services.timelines();
        output.print(
            new TimelineView(services.settings().zone(), output.width()),
            ids.stream().map(timelines::of).toList());
      } else {
        Lookup lookup = services.lookup();
        output.print(new OrderTable(services), ids.stream().map(lookup::order).toList());
      }
      return ExitCodes.OK;
    }
  }
}
