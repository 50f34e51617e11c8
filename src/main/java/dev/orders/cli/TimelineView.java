package dev.orders.cli;

import dev.orders.app.Durations;
import dev.orders.app.JsonForm;
import dev.orders.app.Timeline;
import dev.orders.app.Timeline.Lane;
import dev.orders.app.Timeline.Turn;
import dev.orders.app.TimelineJson;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an order's timeline is shown: bars on one time axis, then a row an attempt. */
final class TimelineView implements View<Timeline> {

  private final ZoneId zone;
  private final int width;

  /**
   * @param width how many columns the bars may take, names included
   */
  TimelineView(ZoneId zone, int width) {
    this.zone = zone;
    this.width = width;
  }

  @Override
  public List<String> columns() {
    return List.of("TASK", "TRY", "AT", "WAITED", "RAN", "WORKER", "OUTCOME");
  }

  @Override
  public List<List<String>> rows(Timeline timeline) {
    return timeline.lanes().stream()
        .flatMap(lane -> lane.turns().stream().map(turn -> row(lane, turn, timeline)))
        .toList();
  }

  private static List<String> row(Lane lane, Turn turn, Timeline timeline) {
    Instant now = timeline.until();
    boolean isDelayed = turn.fate() == Timeline.Fate.DELAYED;
    return List.of(
        lane.task().id().toString(),
        turn.delivery() == 0 ? "-" : Long.toString(turn.delivery()),
        "+" + Durations.brief(Duration.between(timeline.from(), turn.enqueued())),
        isDelayed ? "-" : Durations.brief(turn.waited(now)),
        brief(turn.ran(now)),
        turn.worker().isEmpty() ? "-" : turn.worker(),
        outcome(lane, turn, now));
  }

  private static String outcome(Lane lane, Turn turn, Instant now) {
    String fate = turn.fate().name();
    return switch (turn.fate()) {
      case RETRY -> fate + " after " + Durations.brief(turn.retryDelay()) + ": " + turn.error();
      case RUNNING -> fate + " " + lane.task().progress() + "%";
      case DELAYED -> fate + due(turn.due(), now);
      default -> turn.error().isEmpty() ? fate : fate + ": " + turn.error();
    };
  }

  private static String due(@Nullable Instant due, Instant now) {
    if (due == null) {
      return "";
    }
    return due.isAfter(now)
        ? ", due in " + Durations.brief(Duration.between(now, due))
        : ", due now";
  }

  private static String brief(@Nullable Duration span) {
    return span == null ? "-" : Durations.brief(span);
  }

  @Override
  public List<String> ids(Timeline timeline) {
    return List.of(Long.toString(timeline.order().id()));
  }

  @Override
  public JsonForm<Timeline> json() {
    return new TimelineJson(zone);
  }

  @Override
  public Printer<Timeline> forPeople(PrintWriter out, Ink ink, int holdBack) {
    return new TimelinePrinter(this, zone, width, out, ink);
  }
}
