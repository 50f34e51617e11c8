package dev.orders.cli;

import dev.orders.app.Durations;
import dev.orders.app.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Two lines above a timeline's bars: how long after the order's acceptance it is, and a mark where
 * that is. A gap that was cut has a line of strokes; behind it, time is told anew with a plus sign.
 */
final class Ruler {

  private static final int COLUMNS_A_MARK = 14;
  private static final long[] STEPS = {
    1,
    2,
    5,
    10,
    20,
    50,
    100,
    200,
    500,
    1_000,
    2_000,
    5_000,
    10_000,
    15_000,
    30_000,
    60_000,
    120_000,
    300_000,
    600_000,
    900_000,
    1_800_000,
    3_600_000,
    7_200_000,
    21_600_000,
    43_200_000,
    86_400_000
  };

  private final Timeline timeline;
  private final TimeScale scale;
  private final char[] labels;
  private final char[] marks;
  private int free;

  private Ruler(Timeline timeline, TimeScale scale, int columns) {
    this.timeline = timeline;
    this.scale = scale;
    this.labels = new char[columns];
    this.marks = new char[columns];
    Arrays.fill(labels, ' ');
    Arrays.fill(marks, '─');
  }

  /** The two lines. */
  static List<String> of(Timeline timeline, TimeScale scale, int columns) {
    Ruler ruler = new Ruler(timeline, scale, columns);
    scale.stretches().forEach(ruler::draw);
    return List.of(
        new String(ruler.labels).stripTrailing(), new String(ruler.marks).stripTrailing());
  }

  private void draw(TimeScale.Stretch stretch) {
    if (stretch.isCut()) {
      int first = (int) Math.round(stretch.column());
      int end = (int) Math.round(stretch.column() + stretch.columns());
      Arrays.fill(marks, Math.min(first, marks.length), Math.min(end, marks.length), '╱');
      return;
    }
    boolean isFirst = stretch.from().equals(timeline.from());
    mark(stretch.from(), isFirst ? "0" : label(timeline.from(), stretch.from()));
    long step = step(stretch);
    for (Instant at = next(stretch.from(), step); !at.isAfter(stretch.to()); at = next(at, step)) {
      mark(at, (isFirst ? "" : "+") + label(stretch.from(), at));
    }
  }

  private static Instant next(Instant moment, long step) {
    return moment.plusMillis(step);
  }

  private static String label(Instant from, Instant to) {
    return Durations.brief(Duration.between(from, to));
  }

  private static long step(TimeScale.Stretch stretch) {
    long length = Duration.between(stretch.from(), stretch.to()).toMillis();
    long least = (long) Math.ceil(length * COLUMNS_A_MARK / Math.max(1, stretch.columns()));
    for (long step : STEPS) {
      if (step >= least) {
        return step;
      }
    }
    long day = STEPS[STEPS.length - 1];
    return (least / day + 1) * day;
  }

  /** Marks a moment, if there is room for its label behind the one before. */
  private void mark(Instant moment, String label) {
    int column = (int) Math.round(scale.at(moment));
    if (column < free || column + label.length() > labels.length) {
      return;
    }
    label.getChars(0, label.length(), labels, column);
    marks[column] = '┬';
    free = column + label.length() + 1;
  }
}
