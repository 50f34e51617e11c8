package dev.orders.cli;

import dev.orders.app.Services;
import dev.orders.app.Tail;
import dev.orders.app.Target;
import dev.orders.queue.EventFeed.Event;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code orders tail}: prints what happens as it happens. */
@Command(
    name = "tail",
    description =
        "Follow orders or tasks until they have ended; without an id everything, until Ctrl-C.")
final class TailCommand implements Callable<Integer> {

  @Parameters(arity = "0..*", paramLabel = "ID", description = TargetConverter.HELP)
  List<Target> targets = List.of();

  @Mixin ConnectOptions connect = new ConnectOptions();
  @Mixin OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    try (Services services = connect.services();
        Printer<Event> printer = output.stream(new EventLines(services))) {
      Tail tail = new Tail(services.inspector(), services.lookup(), printer::print);
      if (targets.isEmpty()) {
        tail.followAll();
      } else {
        tail.follow(targets);
      }
      return ExitCodes.OK;
    }
  }
}
