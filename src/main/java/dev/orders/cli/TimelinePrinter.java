package dev.orders.cli;

import dev.orders.app.Durations;
import dev.orders.app.Timeline;
import dev.orders.app.Timeline.Lane;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Draws an order's timeline: a heading, a ruler, a bar a task, what the letters mean, and a table
 * of the attempts.
 */
final class TimelinePrinter implements Printer<Timeline> {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);
  private static final int NARROWEST = 20;
  private static final int STATE = 9;

  private final Table<Timeline> attempts;
  private final ZoneId zone;
  private final int width;
  private final PrintWriter out;
  private final Ink ink;

  /**
   * @param attempts the rows below the bars
   * @param width how many columns the bars may take, names and states included
   */
  TimelinePrinter(Table<Timeline> attempts, ZoneId zone, int width, PrintWriter out, Ink ink) {
    this.attempts = attempts;
    this.zone = zone;
    this.width = width;
    this.out = out;
    this.ink = ink;
  }

  @Override
  public void print(Timeline timeline) {
    String heading =
        "order %d  %s  %s  %s"
            .formatted(
                timeline.order().id(),
                timeline.order().status(),
                TIME.format(timeline.from().atZone(zone)),
                Durations.brief(timeline.length()));
    out.print(ink.heading(SafeText.line(heading)) + "\n\n");
    drawBars(timeline);
    try (Printer<Timeline> table = new TablePrinter<>(attempts, out, ink, TablePrinter.HELD_BACK)) {
      table.print(timeline);
    }
    out.print("\n");
  }

  private void drawBars(Timeline timeline) {
    int names = timeline.lanes().stream().mapToInt(lane -> name(lane).length()).max().orElse(0) + 2;
    int columns = Math.max(NARROWEST, width - names - STATE);
    TimeScale scale = TimeScale.of(timeline, columns);
    String margin = " ".repeat(names + STATE);
    Ruler.of(timeline, scale, columns)
        .forEach(line -> out.print((margin + line).stripTrailing() + "\n"));
    for (Lane lane : timeline.lanes()) {
      String state = Columns.pad(lane.task().state().name(), STATE);
      String bar = LaneBar.of(lane, timeline, scale, columns, ink);
      out.print(
          (Columns.pad(name(lane), names) + ink.state(lane.task().state(), state) + bar) + "\n");
    }
    out.print("\n" + legend(scale) + "\n\n");
  }

  private static String name(Lane lane) {
    return SafeText.line(lane.task().id().toString());
  }

  private static String legend(TimeScale scale) {
    boolean hasCuts = scale.stretches().stream().anyMatch(TimeScale.Stretch::isCut);
    List<String> letters = List.of("░ in its queue", "█ with a worker", "· delayed", "x dead");
    return String.join("   ", letters) + (hasCuts ? "   ╱ cut short" : "");
  }

  @Override
  public void close() {
    out.flush();
  }
}
