package dev.orders.cli;

import dev.orders.app.Durations;
import dev.orders.app.Tally;
import dev.orders.app.Tracker;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Shows many orders by queue, with totals, a rate and the remaining time; elsewhere than on a
 * terminal a line at times.
 */
final class QueueDisplay implements RunDisplay {

  private static final Duration BETWEEN_LINES = Duration.ofSeconds(2);
  private static final int NAME_WIDTH = 10;

  private final Tracker tracker;
  private final long orders;
  private final Pace pace;
  private final PrintWriter err;
  private final @Nullable Screen screen;
  private Duration nextLine = Duration.ZERO;

  /**
   * @param orders how many orders there are
   * @param pace of their tasks
   * @param screen where bars are drawn; null for plain lines
   */
  QueueDisplay(Tracker tracker, long orders, Pace pace, PrintWriter err, @Nullable Screen screen) {
    this.tracker = tracker;
    this.orders = orders;
    this.pace = pace;
    this.err = err;
    this.screen = screen;
  }

  @Override
  public void show() {
    if (screen != null) {
      List<String> lines = new ArrayList<>();
      new TreeMap<>(tracker.tallies()).forEach((queue, tally) -> lines.add(bar(queue, tally)));
      lines.add(totals());
      screen.draw(lines);
    } else if (pace.elapsed().compareTo(nextLine) >= 0 || tracker.hasEnded()) {
      nextLine = pace.elapsed().plus(BETWEEN_LINES);
      err.print(totals() + "\n");
      err.flush();
    }
  }

  private static String bar(String queue, Tally tally) {
    long bad = tally.failed() + tally.revoked();
    return Columns.pad(queue, NAME_WIDTH)
        + Bar.of(tally.ended(), tally.total())
        + " %,d/%,d".formatted(tally.ended(), tally.total())
        + (bad == 0 ? "" : ", %,d failed".formatted(bad));
  }

  private String totals() {
    Tally tasks = tracker.total();
    String left =
        pace.left(tasks.open(), tasks.ended())
            .map(time -> ", " + Durations.brief(time) + " left")
            .orElse("");
    double rate = pace.rate(tasks.ended());
    return "%,d of %,d orders, %,d of %,d tasks, %,.0f tasks/s%s"
        .formatted(orders - tracker.open(), orders, tasks.ended(), tasks.total(), rate, left);
  }
}
