package dev.orders.cli;

import dev.orders.app.CheckReport;
import dev.orders.app.OrderSources;
import dev.orders.app.ProblemException;
import dev.orders.app.RunSite;
import dev.orders.app.Services;
import dev.orders.app.Settings;
import dev.orders.app.SubmitTerms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code orders run}: everything in one process, without any set-up: a Redis, a worker, the orders,
 * the results.
 */
@Command(
    name = "run",
    description =
        "Process orders from beginning to end in one command, with a Redis server of its own.")
final class RunCommand implements Callable<Integer> {

  private static final SubmitTerms TERMS = new SubmitTerms(false, null, Duration.ZERO);

  @Spec CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "JSON: one order, an array, or one order a line; - is standard input.")
  List<String> files = List.of();

  @Option(
      names = "--data",
      paramLabel = "DIRECTORY",
      description =
          "Where Redis keeps its data; without a FILE, go on with what is there and retry what"
              + " failed.")
  @Nullable Path data;

  @Mixin ConcurrencyOptions work = new ConcurrencyOptions();
  @Mixin ConnectOptions connect = new ConnectOptions();
  @Mixin OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    requireSomethingToDo();
    OrdersCommand orders = OrdersCommand.of(spec);
    Console console = orders.console();
    Settings settings = connect.settings();
    Logging.set(orders.options().verbosity(Logging.Verbosity.warn));
    try (OrderSources sources = OrderSources.open(files, console.directory(), console.in())) {
      CheckReport report = new Services(settings).submitter().check(sources, TERMS);
      new CheckTalk(orders.talk()).tell(report, false, false);
      if (report.faultCount() > 0) {
        return ExitCodes.INPUT;
      }
      try (RunSite site = RunSite.open(settings, data);
          Services services = new Services(site.settings())) {
        return new Run(orders, site, services, work.concurrency).work(sources, report, output);
      }
    }
  }

  private void requireSomethingToDo() {
    if (files.isEmpty() && data == null) {
      throw new ParameterException(
          spec.commandLine(), "name a FILE with orders, or --data to go on with earlier ones");
    }
    if (data != null && files.isEmpty() && !Files.isDirectory(data)) {
      throw new ProblemException(
          ProblemException.Reason.NOT_FOUND,
          "there is no directory " + data + " with orders to go on with.");
    }
    if (data != null && connect.redis != null) {
      throw new ParameterException(
          spec.commandLine(), "--data is for the bundled Redis; leave out --redis");
    }
  }
}
