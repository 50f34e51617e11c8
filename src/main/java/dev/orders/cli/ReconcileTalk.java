package dev.orders.cli;

import dev.orders.app.Reconciled;
import dev.orders.app.Reconciled.Found;
import dev.orders.app.Reconciler;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts what a reconciliation found, and tells of it in the end. */
final class ReconcileTalk {

  private final Talk talk;
  private final Path journal;
  private final Map<Found, Integer> counts = new EnumMap<>(Found.class);
  private int lost;

  ReconcileTalk(Talk talk, Path journal) {
    this.talk = talk;
    this.journal = journal;
  }

  /** Counts an order. */
  void note(Reconciled order) {
    counts.merge(order.found(), 1, Integer::sum);
    lost += order.isLost() ? 1 : 0;
  }

  /** Tells of everything; returns the exit code. */
  int tell(Reconciler.Summary summary) {
    summary.conflicts().forEach(conflict -> talk.complain(conflict.toString()));
    summary.damaged().forEach(line -> complain("line %d is damaged and was left out.", line));
    if (!summary.isComplete()) {
      complain(
          "it ends before its orders do. Run the submission again for the rest; it doubles none.");
    }
    if (summary.isMoved()) {
      talk.say("This Redis is not the one that the orders were sent to before.");
    }
    talk.say("%s.", counts.isEmpty() ? "The journal holds no order" : counted());
    int code = summary.conflicts().isEmpty() ? ExitCodes.OK : ExitCodes.CONFLICT;
    boolean isWhole = summary.isComplete() && summary.damaged().isEmpty();
    return ExitCodes.graver(code, isWhole ? ExitCodes.OK : ExitCodes.INPUT);
  }

  private String counted() {
    String orders =
        counts.entrySet().stream()
            .map(count -> "%,d %s".formatted(count.getValue(), count.getKey().word()))
            .collect(Collectors.joining(", "));
    return lost == 0
        ? orders
        : orders + "; Redis had lost %,d that it had accepted".formatted(lost);
  }

  private void complain(String format, Object... arguments) {
    talk.complain("orders: " + journal + ": " + format.formatted(arguments));
  }
}
