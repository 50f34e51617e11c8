package dev.orders.cli;

import dev.orders.app.Lookup;
import dev.orders.app.Services;
import dev.orders.app.Standing;
import dev.orders.app.Target;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code orders status}: where tasks stand. */
@Command(
    name = "status",
    description = "Show where tasks stand: one task, or all tasks of an order.")
final class StatusCommand implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "ID", description = TargetConverter.HELP)
  List<Target> targets = List.of();

  @Mixin ConnectOptions connect = new ConnectOptions();
  @Mixin OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    try (Services services = connect.services()) {
      Lookup lookup = services.lookup();
      List<Standing> standings = targets.stream().map(lookup::standing).toList();
      output.print(new StandingTable(services), standings);
      return ExitCodes.OK;
    }
  }
}
