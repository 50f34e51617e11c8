package dev.orders.cli;

import dev.orders.app.Lookup;
import dev.orders.app.Services;
import dev.orders.app.Target;
import dev.orders.queue.LogEntry;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code orders log}: what the handlers of tasks have logged. */
@Command(
    name = "log",
    description = "Show what tasks have logged: one task, or all tasks of an order.")
final class LogCommand implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "ID", description = TargetConverter.HELP)
  List<Target> targets = List.of();

  @Mixin ConnectOptions connect = new ConnectOptions();
  @Mixin OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    try (Services services = connect.services()) {
      Lookup lookup = services.lookup();
      List<LogEntry> entries = targets.stream().flatMap(one -> lookup.log(one).stream()).toList();
      try (Printer<LogEntry> printer = output.many(new LogTable(services.settings().zone()))) {
        entries.forEach(printer::print);
      }
      return ExitCodes.OK;
    }
  }
}
