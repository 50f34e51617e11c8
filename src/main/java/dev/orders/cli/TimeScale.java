package dev.orders.cli;

import dev.orders.app.Timeline;
import dev.orders.app.Timeline.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Maps moments of an order's story onto columns. Time is even, except where for long no worker had
 * any of its tasks: a minute's retry delay between two attempts of a second each would leave one
 * column for both. Such a gap is cut to a few columns.
 *
 * @param stretches without holes, in order, at least one
 */
record TimeScale(List<Stretch> stretches) {

  private static final int CUT_COLUMNS = 5;
  private static final int COLUMNS_A_CUT = 16;
  private static final int LONG = 3;
  private static final Duration SHORTEST_CUT = Duration.ofSeconds(1);

  /**
   * Columns over which time is even.
   *
   * @param isCut true when it is a gap, shown much shorter than it was
   */
  record Stretch(Instant from, Instant to, double column, double columns, boolean isCut) {

    double at(Instant moment) {
      double whole = millis(from, to);
      return whole == 0 ? column : column + columns * millis(from, moment) / whole;
    }
  }

  private record Span(Instant from, Instant to) {
    long millis() {
      return Math.max(0, TimeScale.millis(from, to));
    }
  }

  /** The scale of this story over so many columns. */
  static TimeScale of(Timeline timeline, int columns) {
    List<Span> runs = runs(timeline);
    long busy = runs.stream().mapToLong(Span::millis).sum();
    List<Span> cuts =
        gaps(runs, timeline).stream()
            .filter(gap -> gap.millis() >= Math.max(SHORTEST_CUT.toMillis(), LONG * busy))
            .sorted(Comparator.comparing(Span::millis).reversed())
            .limit(busy == 0 ? 0 : columns / COLUMNS_A_CUT)
            .sorted(Comparator.comparing(Span::from))
            .toList();
    return new TimeScale(stretches(timeline, cuts, columns));
  }

  /** When some worker had a task of the order, joined where that overlaps. */
  private static List<Span> runs(Timeline timeline) {
    List<Span> joined = new ArrayList<>();
    timeline.lanes().stream()
        .flatMap(lane -> lane.turns().stream())
        .flatMap(turn -> run(turn, timeline.until()))
        .sorted(Comparator.comparing(Span::from))
        .forEach(
            run -> {
              Span last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
              if (last == null || run.from().isAfter(last.to())) {
                joined.add(run);
              } else if (run.to().isAfter(last.to())) {
                joined.set(joined.size() - 1, new Span(last.from(), run.to()));
              }
            });
    return joined;
  }

  private static Stream<Span> run(Turn turn, Instant now) {
    Instant ended = turn.ended();
    return Stream.ofNullable(turn.started())
        .map(started -> new Span(started, ended == null ? now : ended));
  }

  private static List<Span> gaps(List<Span> runs, Timeline timeline) {
    List<Span> gaps = new ArrayList<>();
    Instant end = timeline.from();
    for (Span run : runs) {
      gaps.add(new Span(end, run.from()));
      end = run.to();
    }
    gaps.add(new Span(end, timeline.until()));
    return gaps;
  }

  private static List<Stretch> stretches(Timeline timeline, List<Span> cuts, int columns) {
    long even = timeline.length().toMillis() - cuts.stream().mapToLong(Span::millis).sum();
    double columnsEach =
        even <= 0 ? 0 : (columns - CUT_COLUMNS * cuts.size()) / (double) Math.max(1, even);
    List<Stretch> stretches = new ArrayList<>();
    Instant from = timeline.from();
    double column = 0;
    for (Span cut : cuts) {
      double before = columnsEach * millis(from, cut.from());
      stretches.add(new Stretch(from, cut.from(), column, before, false));
      stretches.add(new Stretch(cut.from(), cut.to(), column + before, CUT_COLUMNS, true));
      column += before + CUT_COLUMNS;
      from = cut.to();
    }
    stretches.add(new Stretch(from, timeline.until(), column, columns - column, false));
    return stretches;
  }

  /** The column of a moment, as a fraction; one outside the story is brought to its edge. */
  double at(Instant moment) {
    for (Stretch stretch : stretches) {
      if (!moment.isAfter(stretch.to())) {
        return Math.max(stretch.column(), stretch.at(moment));
      }
    }
    Stretch last = stretches.get(stretches.size() - 1);
    return last.column() + last.columns();
  }

  private static long millis(Instant from, Instant to) {
    return Duration.between(from, to).toMillis();
  }
}
