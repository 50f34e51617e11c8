package dev.orders.cli;

import dev.orders.app.Reconciled;
import dev.orders.app.Reconciler;
import dev.orders.app.Services;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code orders reconcile}. */
@Command(
    name = "reconcile",
    description =
        "Submit the orders of a journal (submit --journal) that Redis does not have. Safe to repeat.")
final class ReconcileCommand implements Callable<Integer> {

  @Spec CommandSpec spec;

  @Parameters(paramLabel = "JOURNAL", description = "The file that submit --journal wrote.")
  Path journal = Path.of("");

  @Option(names = "--dry-run", description = "Look only.")
  boolean dryRun;

  @Option(
      names = "--other-redis",
      description = "Do so although this Redis is not the one that the journal was written for.")
  boolean otherRedis;

  @Mixin ConnectOptions connect = new ConnectOptions();
  @Mixin OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    OrdersCommand orders = OrdersCommand.of(spec);
    Path path = orders.console().directory().resolve(journal);
    ReconcileTalk talk = new ReconcileTalk(orders.talk(), path);
    try (Services services = connect.services()) {
      return talk.tell(reconcile(services.reconciler(), path, talk));
    }
  }

  private Reconciler.Summary reconcile(Reconciler reconciler, Path path, ReconcileTalk talk) {
    try (Printer<Reconciled> printer = output.many(new ReconciledTable())) {
      Consumer<Reconciled> told =
          order -> {
            talk.note(order);
            printer.print(order);
          };
      return dryRun
          ? reconciler.rehearse(path, otherRedis, told)
          : reconciler.reconcile(path, otherRedis, told);
    }
  }
}
