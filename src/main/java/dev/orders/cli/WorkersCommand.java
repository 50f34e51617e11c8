package dev.orders.cli;

import dev.orders.app.Services;
import dev.orders.queue.WorkerInfo;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code orders workers}. */
@Command(name = "workers", description = "Show the live workers and what they run.")
final class WorkersCommand implements Callable<Integer> {

  @Mixin ConnectOptions connect = new ConnectOptions();
  @Mixin OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    try (Services services = connect.services();
        Printer<WorkerInfo> printer = output.many(new WorkerTable(services.settings().zone()))) {
      services.inspector().workers().forEach(printer::print);
      return ExitCodes.OK;
    }
  }
}
