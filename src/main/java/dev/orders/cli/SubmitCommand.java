package dev.orders.cli;

import dev.orders.app.CheckReport;
import dev.orders.app.OrderSources;
import dev.orders.app.Services;
import dev.orders.app.SubmitTerms;
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

/** {@code orders submit}: checks all orders, then sends all of them. */
@Command(
    name = "submit",
    description =
        "Accept orders and print the ids of each order and its tasks. One bad order keeps all out.")
final class SubmitCommand implements Callable<Integer> {

  @Spec CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "JSON: one order, an array, or one order a line; - is standard input.")
  List<String> files = List.of();

  @Option(names = "--dry-run", description = "Check only.")
  boolean dryRun;

  @Option(names = "--partial", description = "Accept the good orders although others are not.")
  boolean partial;

  @Option(
      names = "--idempotency-key",
      paramLabel = "KEY",
      description =
          "Accept the order once, however often it is submitted; of several orders each is"
              + " KEY-<line>, and KEY-<line>-<n> the n-th on its line.")
  @Nullable String idempotencyKey;

  @Option(
      names = "--delay",
      paramLabel = "DURATION",
      description = "Start the work that much later, such as 30m.")
  Duration delay = Duration.ZERO;

  @Option(names = "--wait", description = "Wait until every task of every order has ended.")
  boolean wait;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      description = "Wait no longer than that, such as 60s.")
  @Nullable Duration timeout;

  @Mixin AssuranceOptions assurance = new AssuranceOptions();
  @Mixin ConnectOptions connect = new ConnectOptions();
  @Mixin OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    requireWaitForTimeout();
    Console console = OrdersCommand.of(spec).console();
    SubmitTerms terms = new SubmitTerms(partial, idempotencyKey, delay);
    try (OrderSources sources = OrderSources.open(files, console.directory(), console.in());
        Services services = connect.services()) {
      CheckReport report = services.submitter().check(sources, terms);
      new CheckTalk(talk()).tell(report, partial, dryRun);
      boolean isToSend = !dryRun && (partial || report.faultCount() == 0);
      int code = isToSend ? send(services, sources, report, terms) : ExitCodes.OK;
      return report.faultCount() > 0 ? ExitCodes.graver(code, ExitCodes.INPUT) : code;
    }
  }

  private int send(Services services, OrderSources sources, CheckReport report, SubmitTerms terms) {
    Handover handover = new Handover(services, output, talk(), assurance.value());
    int code = handover.send(sources, report, terms, wait);
    return wait ? ExitCodes.graver(code, handover.await(timeout)) : code;
  }

  private void requireWaitForTimeout() {
    if (timeout != null && !wait) {
      throw new ParameterException(spec.commandLine(), "--timeout needs --wait");
    }
  }

  private Talk talk() {
    return OrdersCommand.of(spec).talk();
  }
}
