package dev.orders.cli;

import dev.orders.bench.Bench;
import dev.orders.bench.BenchKind;
import dev.orders.bench.BenchReport;
import dev.orders.bench.BenchTerms;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code orders bench}. */
@Command(
    name = "bench",
    description = {
      "Measure how fast this machine works orders off, to size a system: medians of several"
          + " repetitions, and beside them what Redis alone could do.",
      "It takes place in a scratch folder, on a Redis of its own unless --redis names one, and"
          + " mails and ships nothing."
    })
final class BenchCommand implements Callable<Integer> {

  @Spec CommandSpec spec;

  @Parameters(
      paramLabel = "WHAT",
      converter = BenchKindConverter.class,
      description =
          "queue (tasks that do nothing), submit (orders from a file), latency (until a task"
              + " starts), pipeline (orders with all that follows), depth (with many waiting) or"
              + " invoice (PDFs alone).")
  BenchKind kind = BenchKind.QUEUE;

  @Option(
      names = "-n",
      paramLabel = "N",
      description = "How many orders a repetition takes (default: some seconds' worth).")
  @Nullable Integer count;

  @Option(
      names = "--repeat",
      paramLabel = "N",
      description = "How many repetitions count, after one that warms up (default: 5).")
  int repeat = 5;

  @Mixin ConnectOptions connect = new ConnectOptions();
  @Mixin OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    BenchTerms terms = new BenchTerms(kind, count == null ? kind.usual() : count, repeat);
    Bench bench = new Bench(terms, new BenchTalk(OrdersCommand.of(spec).talk()));
    try (Signals signals = Signals.on(bench::stop)) {
      Optional<BenchReport> report = bench.run(connect.settings(), connect.redis != null);
      report.ifPresent(this::print);
      return report.isPresent() ? ExitCodes.OK : signals.exitCode();
    }
  }

  private void print(BenchReport report) {
    try (Printer<BenchReport> printer = output.one(new BenchTable())) {
      printer.print(report);
    }
  }
}
