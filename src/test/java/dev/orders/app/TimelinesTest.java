package dev.orders.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.app.Timeline.Fate;
import dev.orders.app.Timeline.Lane;
import dev.orders.app.Timeline.Turn;
import dev.orders.queue.OrderRecord;
import dev.orders.queue.Task;
import dev.orders.queue.TaskId;
import dev.orders.queue.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimelinesTest {

  @Test
  void should_end_the_axis_now() {
    assertThat(end(500, turn(10, 20, null))).isEqualTo(at(500));
  }

  @Test
  void should_not_end_the_axis_before_the_order_began_when_the_clock_is_behind() {
    assertThat(end(-160)).isEqualTo(at(0));
  }

  @Test
  void should_not_end_the_axis_before_the_last_known_moment_when_the_clock_is_behind() {
    assertThat(end(5, turn(10, null, null))).isEqualTo(at(10));
    assertThat(end(5, turn(10, 20, null))).isEqualTo(at(20));
    assertThat(end(5, turn(10, 20, 30), turn(0, 1, 2))).isEqualTo(at(30));
  }

  private static Instant end(long now, Turn... turns) {
    OrderRecord order =
        new OrderRecord(17, "confirmed", at(0), at(0), null, null, "", 1, List.of());
    Task task =
        new Task(
            new TaskId(17, "email"),
            "email",
            TaskState.PENDING,
            0,
            null,
            null,
            new Task.Attempts(0, 0, 0),
            new Task.Times(at(0), null, null, null),
            Map.of(),
            null);
    return Timelines.latest(at(now), order, List.of(new Lane(task, List.of(turns))));
  }

  private static Turn turn(long enqueued, @Nullable Integer started, @Nullable Integer ended) {
    return new Turn(
        1,
        Fate.WAITING,
        at(enqueued),
        started == null ? null : at(started),
        ended == null ? null : at(ended),
        "",
        null,
        "",
        Duration.ZERO);
  }

  private static Instant at(long millis) {
    return Instant.ofEpochMilli(1_000_000 + millis);
  }
}
