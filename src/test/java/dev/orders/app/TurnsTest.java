package dev.orders.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.app.Timeline.Fate;
import dev.orders.app.Timeline.Turn;
import dev.orders.queue.PastAttempt;
import dev.orders.queue.PastAttempt.Outcome;
import dev.orders.queue.Task;
import dev.orders.queue.TaskId;
import dev.orders.queue.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private static final TaskId ID = new TaskId(17, "email");
  private static final PastAttempt RETRIED = past(1, 0, 10, 20, Outcome.RETRY);

  @Test
  void should_tell_that_a_new_task_waits() {
    assertThat(turns(task(TaskState.PENDING, 0, 5, null))).containsExactly("1 WAITING 5-");
  }

  @Test
  void should_tell_that_a_task_is_scheduled() {
    Turn turn = Turns.of(task(TaskState.PENDING, 0, 5, 90), List.of()).get(0);

    assertThat(turn.fate()).isEqualTo(Fate.DELAYED);
    assertThat(turn.due()).isEqualTo(at(90));
    assertThat(turn.waited(at(50))).isZero();
    assertThat(turn.ran(at(50))).isNull();
  }

  @Test
  void should_delay_the_next_attempt_from_the_end_of_the_one_before() {
    assertThat(turns(task(TaskState.RETRY, 1, 0, 80), RETRIED))
        .containsExactly("1 RETRY 0-10-20", "2 DELAYED 20-");
  }

  @Test
  void should_tell_for_how_long_it_has_been_running() {
    List<Turn> turns = Turns.of(task(TaskState.PROGRESS, 2, 30, null), List.of(RETRIED));

    assertThat(turns.get(1).fate()).isEqualTo(Fate.RUNNING);
    assertThat(turns.get(1).worker()).isEqualTo("w1");
    assertThat(turns.get(1).waited(at(70))).isEqualTo(Duration.ofMillis(10));
    assertThat(turns.get(1).ran(at(70))).isEqualTo(Duration.ofMillis(30));
  }

  @Test
  void should_tell_an_attempt_once_that_ended_while_it_was_looked_at() {
    PastAttempt failed = past(2, 30, 40, 50, Outcome.RETRY);

    assertThat(turns(task(TaskState.STARTED, 2, 30, null), RETRIED, failed))
        .containsExactly("1 RETRY 0-10-20", "2 RETRY 30-40-50");
  }

  @Test
  void should_have_nothing_under_way_when_it_ended_while_it_was_looked_at() {
    PastAttempt revoked = past(1, 30, 10, 50, Outcome.REVOKED);

    assertThat(turns(task(TaskState.PENDING, 1, 30, null), RETRIED, revoked))
        .containsExactly("1 RETRY 0-10-20", "1 REVOKED 30-50");
  }

  @Test
  void should_have_nothing_under_way_when_the_task_is_dead() {
    assertThat(turns(task(TaskState.FAILURE, 1, 0, null), past(1, 0, 10, 20, Outcome.FAILURE)))
        .containsExactly("1 FAILURE 0-10-20");
  }

  @Test
  void should_give_no_worker_to_what_was_cancelled_while_it_was_delayed() {
    assertThat(
            turns(
                task(TaskState.REVOKED, 1, 0, null), RETRIED, past(1, 0, 10, 60, Outcome.REVOKED)))
        .containsExactly("1 RETRY 0-10-20", "1 REVOKED 60-60");
  }

  @Test
  void should_let_it_wait_until_it_was_cancelled_when_it_was_back_in_its_queue() {
    assertThat(
            turns(
                task(TaskState.REVOKED, 1, 40, null),
                RETRIED,
                past(1, 40, 10, 60, Outcome.REVOKED)))
        .containsExactly("1 RETRY 0-10-20", "1 REVOKED 40-60");
  }

  @Test
  void should_know_the_worker_of_what_was_cancelled_while_it_ran() {
    assertThat(
            turns(
                task(TaskState.REVOKED, 2, 30, null),
                RETRIED,
                past(2, 30, 40, 60, Outcome.REVOKED)))
        .containsExactly("1 RETRY 0-10-20", "2 REVOKED 30-40-60");
  }

  /** Each as {@code delivery FATE enqueued-started-ended}. */
  private static List<String> turns(Task task, PastAttempt... past) {
    return Turns.of(task, List.of(past)).stream()
        .map(
            turn ->
                turn.delivery()
                    + " "
                    + turn.fate()
                    + " "
                    + turn.enqueued().toEpochMilli()
                    + "-"
                    + (turn.started() == null ? "" : turn.started().toEpochMilli() + "-")
                    + (turn.ended() == null ? "" : turn.ended().toEpochMilli()))
        .toList();
  }

  private static PastAttempt past(
      long delivery, long enqueued, long started, long ended, Outcome outcome) {
    return new PastAttempt(
        ID, delivery, at(enqueued), at(started), at(ended), "w1", outcome, Duration.ZERO, "");
  }

  private static Task task(TaskState state, long deliveries, long enqueued, @Nullable Integer due) {
    return new Task(
        ID,
        "email",
        state,
        0,
        "w1",
        null,
        new Task.Attempts(deliveries, 0, 0),
        new Task.Times(at(enqueued), at(40), null, due == null ? null : at(due)),
        Map.of(),
        null);
  }

  private static Instant at(long millis) {
    return Instant.ofEpochMilli(millis);
  }
}
