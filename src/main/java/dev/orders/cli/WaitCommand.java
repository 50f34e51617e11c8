package dev.orders.cli;

import dev.orders.app.Lookup;
import dev.orders.app.Services;
import dev.orders.app.Target;
import dev.orders.app.Tracker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code orders wait}: returns when tasks have ended, and prints how. */
@Command(
    name = "wait",
    description =
        "Wait until tasks have ended; exit 1 when one failed or was cancelled, 5 when the time is up.")
final class WaitCommand implements Callable<Integer> {

  @Spec CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "ID", description = TargetConverter.HELP)
  List<Target> targets = List.of();

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      description = "Wait no longer than that, such as 30s.")
  @Nullable Duration timeout;

  @Mixin ConnectOptions connect = new ConnectOptions();
  @Mixin OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    try (Services services = connect.services()) {
      Lookup lookup = services.lookup();
      targets.forEach(lookup::standing);
      Tracker tracker = services.tracker();
      targets.forEach(tracker::add);
      int code = new Ending(services, OrdersCommand.of(spec).talk()).await(tracker, timeout);
      output.print(new StandingTable(services), targets.stream().map(lookup::standing).toList());
      return code;
    }
  }
}
