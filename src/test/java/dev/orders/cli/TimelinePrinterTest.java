package dev.orders.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.app.Timeline;
import dev.orders.app.Timeline.Fate;
import dev.orders.app.Timeline.Lane;
import dev.orders.app.Timeline.Turn;
import dev.orders.queue.OrderRecord;
import dev.orders.queue.Task;
import dev.orders.queue.TaskId;
import dev.orders.queue.TaskState;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Bars over 40 columns, behind 21 of names and states. */
class TimelinePrinterTest {

  private static final int WIDTH = 61;

  @Test
  void should_draw_waiting_and_running_to_scale() {
    Lane email = lane("email", TaskState.SUCCESS, turn(Fate.SUCCESS, 0, 250, 1_000, ""));
    Lane invoice = lane("invoice", TaskState.PROGRESS, turn(Fate.RUNNING, 0, 500, null, ""));

    assertThat(drawn(1_000, email, invoice))
        .contains("order 17  confirmed  1970-01-01 00:00:00 +00:00  1.0s")
        .contains("0                   500ms")
        .contains("17-email    SUCCESS  ░░░░░░░░░░██████████████████████████████")
        .contains("17-invoice  PROGRESS ░░░░░░░░░░░░░░░░░░░░████████████████████")
        .doesNotContain("╱");
  }

  @Test
  void should_cut_a_long_gap_in_which_nothing_ran() {
    Lane lane =
        lane(
            "email",
            TaskState.SUCCESS,
            turn(Fate.RETRY, 0, 0, 1_000, "no"),
            turn(Fate.SUCCESS, 61_000, 61_000, 62_000, ""));

    assertThat(drawn(62_000, lane))
        .contains("──╱╱╱╱╱")
        .contains("█".repeat(18) + "····" + "█".repeat(18))
        .contains("╱ cut short")
        .contains("1m 1s");
  }

  @Test
  void should_show_for_how_long_a_task_has_been_dead() {
    Lane dead = lane("email", TaskState.FAILURE, turn(Fate.FAILURE, 0, 0, 500, "no"));
    Lane other = lane("invoice", TaskState.PROGRESS, turn(Fate.RUNNING, 0, 0, null, ""));

    assertThat(drawn(1_000, dead, other))
        .contains("17-email    FAILURE  ████████████████████xxxxxxxxxxxxxxxxxxxx");
  }

  @Test
  void should_give_a_column_to_the_shortest_run() {
    Lane brief = lane("email", TaskState.SUCCESS, turn(Fate.SUCCESS, 0, 500, 501, ""));
    Lane other = lane("invoice", TaskState.SUCCESS, turn(Fate.SUCCESS, 0, 0, 1_000, ""));

    assertThat(drawn(1_000, brief, other)).contains("SUCCESS  ░░░░░░░░░░░░░░░░░░░░█\n");
  }

  @Test
  void should_tell_each_attempt_below_with_what_went_wrong() {
    Lane lane =
        lane(
            "email",
            TaskState.RETRY,
            turn(Fate.RETRY, 0, 20, 120, "\u001B[31mno\u001B[0m"),
            new Turn(2, Fate.DELAYED, at(120), null, null, "", at(10_000), "", Duration.ZERO));

    assertThat(drawn(5_000, lane))
        .contains("TASK      TRY  AT      WAITED  RAN    WORKER  OUTCOME")
        .contains("17-email  1    +0ms    20ms    100ms  w1      RETRY after 7.0s: no")
        .contains("17-email  2    +120ms  -       -      -       DELAYED, due in 5.0s")
        .doesNotContain("\u001B");
  }

  @Test
  void should_draw_a_story_that_took_no_time() {
    Lane lane = lane("email", TaskState.REVOKED, turn(Fate.REVOKED, 0, null, 0, ""));

    assertThat(drawn(0, lane)).contains("17-email  REVOKED").contains("17-email  1");
  }

  @Test
  void should_fit_any_width() {
    Lane lane =
        lane(
            "email",
            TaskState.SUCCESS,
            turn(Fate.RETRY, 0, 3, 1_000, "no"),
            turn(Fate.RETRY, 61_000, 61_500, 62_000, "no"),
            turn(Fate.SUCCESS, 200_000, 200_100, 262_000, ""));
    for (int width = 40; width < 200; width++) {
      String bars = drawn(262_000, width, lane).split("TASK", -1)[0];
      int allowed = width;
      assertThat(bars.lines().skip(2).limit(3)).allMatch(line -> Columns.of(line) <= allowed);
    }
  }

  private static String drawn(long until, Lane... lanes) {
    return drawn(until, WIDTH, lanes);
  }

  private static String drawn(long until, int width, Lane... lanes) {
    OrderRecord order =
        new OrderRecord(17, "confirmed", at(0), at(0), null, null, "", 1, List.of());
    StringWriter text = new StringWriter();
    try (Printer<Timeline> printer =
        new TimelineView(ZoneOffset.UTC, width).forPeople(new PrintWriter(text), Ink.PLAIN, 1)) {
      printer.print(new Timeline(order, at(until), Arrays.asList(lanes)));
    }
    return text.toString();
  }

  private static Lane lane(String name, TaskState state, Turn... turns) {
    Task task =
        new Task(
            new TaskId(17, name),
            name,
            state,
            0,
            "w1",
            null,
            new Task.Attempts(1, 0, 0),
            new Task.Times(at(0), null, null, null),
            Map.of(),
            null);
    return new Lane(task, List.of(turns));
  }

  private static Turn turn(
      Fate fate, long enqueued, @Nullable Integer started, @Nullable Integer ended, String error) {
    return new Turn(
        1,
        fate,
        at(enqueued),
        started == null ? null : at(started),
        ended == null ? null : at(ended),
        started == null ? "" : "w1",
        null,
        error,
        Duration.ofSeconds(fate == Fate.RETRY ? 7 : 0));
  }

  private static Instant at(long millis) {
    return Instant.ofEpochMilli(millis);
  }
}
