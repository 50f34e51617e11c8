package dev.orders.cli;

import dev.orders.app.Services;
import dev.orders.app.Settings;
import dev.orders.app.TaskTypes;
import dev.orders.app.WorkerRun;
import dev.orders.app.WorkerTerms;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code orders worker}: works until it is told to stop. The first SIGTERM or Ctrl-C ends it
 * gracefully, with exit code 0; a second one at once.
 */
@Command(
    name = "worker",
    description =
        "Work through queues. Ctrl-C or SIGTERM ends it gracefully, a second one at once.")
final class WorkerCommand implements Callable<Integer> {

  @Spec CommandSpec spec;

  @Option(
      names = {"-Q", "--queues"},
      split = ",",
      paramLabel = "QUEUE",
      description = "What to take tasks from, such as email,invoice (default: all).")
  List<String> queues = TaskTypes.queues();

  @Option(
      names = {"-l", "--loglevel"},
      paramLabel = "LEVEL",
      description = "off, error, warn, info, debug or trace (default: info).")
  Logging.@Nullable Verbosity level;

  @Option(
      names = {"-n", "--name"},
      paramLabel = "NAME",
      description = "What the worker is called (default: the host's name).")
  @Nullable String name;

  @Option(
      names = "--time-limit",
      paramLabel = "TIME",
      description =
          "How long a task may run before it is interrupted and has failed (default:"
              + " ORDERS_TIME_LIMIT, then 5m).")
  @Nullable String timeLimit;

  @Option(
      names = "--on-uncertain",
      paramLabel = "resend|hold",
      description =
          "What becomes of an e-mail whose sending was interrupted before the mail server answered"
              + " (default: ORDERS_ON_UNCERTAIN, then resend).")
  @Nullable String onUncertain;

  @Option(names = "--burst", description = "End when nothing is left to do now.")
  boolean burst;

  @Mixin ConcurrencyOptions work = new ConcurrencyOptions();
  @Mixin ConnectOptions connect = new ConnectOptions();

  @Override
  public Integer call() throws InterruptedException {
    Logging.set(OrdersCommand.of(spec).options().verbosity(level));
    WorkerTerms terms = new WorkerTerms(queues, work.concurrency, name, burst);
    Settings settings =
        connect
            .settings()
            .with(Settings.TIME_LIMIT, timeLimit)
            .with(Settings.ON_UNCERTAIN, onUncertain);
    try (Services services = new Services(settings)) {
      services.inspector().hazards().forEach(OrdersCommand.of(spec).talk()::complain);
      WorkerRun worker = services.worker(terms);
      try (Signals signals = Signals.on(worker::stop)) {
        worker.start();
        worker.awaitEnd();
        return ExitCodes.OK;
      }
    }
  }
}
