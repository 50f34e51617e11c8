package dev.orders.cli;

import dev.orders.app.Lookup;
import dev.orders.app.Services;
import dev.orders.app.Standing;
import dev.orders.app.Tally;
import dev.orders.app.Target;
import dev.orders.app.Tracker;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prints what became of a run: of a few orders everything, of many the sums by queue; as JSON
 * always everything.
 */
final class RunSummary {

  private static final int MOST_FAILURES = 20;

  private final OrdersCommand orders;
  private final Services services;
  private final Tracker tracker;
  private final List<Target> ids;

  RunSummary(OrdersCommand orders, Services services, Tracker tracker, List<Target> ids) {
    this.orders = orders;
    this.services = services;
    this.tracker = tracker;
    this.ids = ids;
  }

  void print(OutputOptions output, boolean isSingle) {
    if (orders.drawsOnErr()) {
      orders.talk().say("");
    }
    if (output.format == Format.table && ids.size() > RunDisplays.FEW) {
      printTallies();
      return;
    }
    Lookup lookup = services.lookup();
    RunTable view = new RunTable(services);
    try (Printer<Standing> printer = isSingle ? output.one(view) : output.many(view)) {
      ids.forEach(id -> printer.print(lookup.standing(id)));
    }
  }

  private void printTallies() {
    try (Printer<Map.Entry<String, Tally>> printer =
        new TablePrinter<>(
            new TallyTable(), orders.console().out(), orders.outInk(), TablePrinter.HELD_BACK)) {
      new TreeMap<>(tracker.tallies()).entrySet().forEach(printer::print);
      printer.print(Map.entry("all", tracker.total()));
    }
    tracker.failures().stream()
        .limit(MOST_FAILURES)
        .forEach(
            task ->
                orders
                    .talk()
                    .complain("%s %s: %s".formatted(task.id(), task.state(), task.error())));
  }
}
