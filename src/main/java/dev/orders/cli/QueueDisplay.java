package dev.orders.cli;

import dev.orders.app.Durations;
import dev.orders.app.Tally;
import dev.orders.app.Tracker;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.LongSupplier;
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
  private final LongSupplier nanoTime;
  private final PrintWriter err;
  private final @Nullable Screen screen;
  private final long start;
  private long nextLine;
  private long tasksBefore = -1;

  /**
   * @param orders how many orders there are
   * @param screen where bars are drawn; null for plain lines
   */
  QueueDisplay(
      Tracker tracker,
      long orders,
      LongSupplier nanoTime,
      PrintWriter err,
      @Nullable Screen screen) {
    this.tracker = tracker;
    this.orders = orders;
    this.nanoTime = nanoTime;
    this.err = err;
    this.screen = screen;
    this.start = nanoTime.getAsLong();
    this.nextLine = start;
  }

  @Override
  public void show() {
    if (screen != null) {
      List<String> lines = new ArrayList<>();
      new TreeMap<>(tracker.tallies()).forEach((queue, tally) -> lines.add(bar(queue, tally)));
      lines.add(totals());
      screen.draw(lines);
    } else if (nanoTime.getAsLong() >= nextLine || tracker.hasEnded()) {
      nextLine = nanoTime.getAsLong() + BETWEEN_LINES.toNanos();
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
    if (tasksBefore < 0) {
      tasksBefore = tasks.ended();
    }
    double seconds = Math.max((nanoTime.getAsLong() - start) / 1e9, 0.001);
    double rate = (tasks.ended() - tasksBefore) / seconds;
    String left =
        rate == 0 || tracker.hasEnded() ? "" : ", " + remaining(tasks.open() / rate) + " left";
    return "%,d of %,d orders, %,d of %,d tasks, %,.0f tasks/s%s"
        .formatted(orders - tracker.open(), orders, tasks.ended(), tasks.total(), rate, left);
  }

  private static String remaining(double seconds) {
    return Durations.brief(Duration.ofSeconds((long) Math.ceil(seconds)));
  }
}
