package dev.orders.cli;

import dev.orders.drill.Drill;
import dev.orders.drill.DrillReport;
import dev.orders.drill.DrillTerms;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code orders drill}. */
@Command(
    name = "drill",
    description = {
      "Kill workers and Redis, cut connections and pause processes while orders are worked off,"
          + " and count what was lost: it must be nothing.",
      "It takes place in a scratch folder, on a Redis of its own unless --redis names one, and"
          + " mails and ships nothing."
    })
final class DrillCommand implements Callable<Integer> {

  private static final int SOME_SEEDS = 1_000_000;

  @Spec CommandSpec spec;

  @Option(names = "--orders", paramLabel = "N", description = "How many orders (default: 1000).")
  int orders = 1_000;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "How many worker processes at a time (default: 3).")
  int workers = 3;

  @Option(
      names = "--kills",
      paramLabel = "N",
      description =
          "How often a worker is killed with SIGKILL (default: 10); for every five of these, one is"
              + " paused past its lease, and Redis loses the scripts once.")
  int kills = 10;

  @Option(
      names = "--redis-kills",
      paramLabel = "N",
      description = "How often Redis is killed with SIGKILL and restarted (default: 2).")
  @Nullable Integer redisKills;

  @Option(
      names = "--cuts",
      paramLabel = "N",
      description = "How often a connection is cut in the middle of an answer (default: 50).")
  int cuts = 50;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Draws the orders and the plan (default: one that is told).")
  long seed = new Random().nextInt(SOME_SEEDS);

  @Mixin ConnectOptions connect = new ConnectOptions();
  @Mixin OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    OrdersCommand orders = OrdersCommand.of(spec);
    boolean isGiven = connect.redis != null;
    Drill drill =
        new Drill(terms(isGiven), connect.settings(), isGiven, new DrillDisplay(orders, seed));
    try (Signals signals = Signals.on(drill::stop)) {
      Optional<DrillReport> report = drill.run();
      report.ifPresent(this::print);
      return report.map(DrillCommand::code).orElseGet(signals::exitCode);
    }
  }

  private DrillTerms terms(boolean isGiven) {
    if (isGiven && redisKills != null && redisKills > 0) {
      throw new ParameterException(
          spec.commandLine(), "--redis-kills is for a Redis of the drill's own; leave out --redis");
    }
    return DrillTerms.of(orders, workers, kills, redisKills == null ? 2 : redisKills, cuts, seed);
  }

  private void print(DrillReport report) {
    Talk talk = OrdersCommand.of(spec).talk();
    report.losses().forEach(loss -> talk.complain("orders: " + loss));
    report.findings().forEach(finding -> talk.complain("orders: audit: " + finding));
    if (report.effort().faultsLeft() > 0) {
      talk.say("The work was over before %,d of the faults.", report.effort().faultsLeft());
    }
    try (Printer<DrillReport> printer = output.one(new DrillTable())) {
      printer.print(report);
    }
    if (!report.hasPassed()) {
      talk.complain("orders: the drill has failed; everything is kept in " + report.scratch());
    }
  }

  private static int code(DrillReport report) {
    return report.hasPassed() ? ExitCodes.OK : ExitCodes.CHECK_FAILED;
  }
}
