package dev.orders.redis;

import static dev.orders.redis.TestStore.EMAIL;
import static dev.orders.redis.TestStore.FINGERPRINT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.queue.Delivery;
import dev.orders.queue.Operations.Change;
import dev.orders.queue.Operations.Verdict;
import dev.orders.queue.Settlement.Failed;
import dev.orders.queue.Settlement.Retried;
import dev.orders.queue.TaskId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Cancelling one task, wherever it lies. */
class CancelIT {

  private static final TaskId TASK = new TaskId(1, "email");
  private static final Change REVOKED = new Change(Verdict.OK, TASK, "REVOKED");

  private final TestStore store = new TestStore();
  private final Standing standing = store.standing();

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void should_take_a_pending_task_out_of_its_queue() {
    store.order();
    store.order();

    assertThat(store.operations().cancel(TASK)).isEqualTo(REVOKED);

    assertThat(standing.queue("email"))
        .isEqualTo("pending[2-email] lease[] delayed[] dead[] wake[1]");
    assertThat(standing.task("1-email")).isEqualTo("REVOKED");
    assertThat(standing.order(1)).isEqualTo("confirmed, 2 open");
    assertThat(standing.counts()).isEqualTo("accepted=2 cancelled=1 tasks=6");
    assertThat(standing.trail(1)).containsExactly("email #0 REVOKED");
    assertThat(standing.events()).last().isEqualTo("REVOKED 1-email");
  }

  @Test
  void should_take_a_scheduled_task_out() {
    store.submit(null, FINGERPRINT, Duration.ofMinutes(5));

    assertThat(store.operations().cancel(TASK)).isEqualTo(REVOKED);

    assertThat(standing.queue("email")).isEqualTo("pending[] lease[] delayed[] dead[] wake[1]");
    assertThat(standing.order(1)).isEqualTo("pending, 2 open");
    assertThat(store.inspector().task(TASK).orElseThrow().times().due()).isNull();
  }

  @Test
  void should_take_a_task_out_that_waits_for_its_next_attempt() {
    store.order(EMAIL);
    store.settle(store.take("email"), new Retried("no", Duration.ofMinutes(5)));

    assertThat(store.operations().cancel(TASK)).isEqualTo(REVOKED);

    assertThat(standing.queue("email")).isEqualTo("pending[] lease[] delayed[] dead[] wake[1]");
    assertThat(standing.order(1)).isEqualTo("confirmed, 0 open, closed");
  }

  @Test
  void should_let_go_of_a_dead_task_and_so_close_its_order() {
    store.order(EMAIL);
    store.settle(store.take("email"), new Failed("no"));

    assertThat(store.operations().cancel(TASK)).isEqualTo(REVOKED);

    assertThat(standing.queue("email")).isEqualTo("pending[] lease[] delayed[] dead[] wake[]");
    assertThat(standing.order(1)).isEqualTo("confirmed, 0 open, closed");
  }

  @Test
  void should_flag_a_running_task_and_leave_it_to_its_worker() {
    store.order(EMAIL);
    store.take("email");

    assertThat(store.operations().cancel(TASK))
        .isEqualTo(new Change(Verdict.FLAGGED, TASK, "STARTED"));

    assertThat(standing.queue("email"))
        .isEqualTo("pending[] lease[1-email] delayed[] dead[] wake[]");
    assertThat(standing.task("1-email")).isEqualTo("STARTED #1 by w1, cancel 1");
    assertThat(standing.order(1)).isEqualTo("confirmed, 1 open");
  }

  @Test
  void should_not_cancel_what_is_over() {
    store.order(EMAIL);
    Delivery delivery = store.take("email");
    store.succeed(delivery);
    assertThat(store.operations().cancel(TASK))
        .isEqualTo(new Change(Verdict.CONFLICT, TASK, "SUCCESS"));

    store.order(EMAIL);
    TaskId second = new TaskId(2, "email");
    store.operations().cancel(second);
    assertThat(store.operations().cancel(second))
        .isEqualTo(new Change(Verdict.CONFLICT, second, "REVOKED"));
    assertThat(standing.counts()).isEqualTo("accepted=2 cancelled=1 done=1 tasks=2");
  }

  @Test
  void should_not_know_a_task_that_was_never_issued() {
    assertThat(store.operations().cancel(TASK)).isEqualTo(new Change(Verdict.UNKNOWN, TASK, ""));
    assertThat(standing.task("1-email")).isEqualTo("none");
  }

  @Test
  void should_revoke_a_task_that_lies_nowhere_and_put_that_aside() {
    store.order(EMAIL);
    store.raw().del(store.keys().pending("email"));

    assertThat(store.operations().cancel(TASK)).isEqualTo(REVOKED);
    assertThat(standing.quarantine()).containsExactly("task-in-no-place 1-email");
    assertThat(standing.order(1)).isEqualTo("confirmed, 0 open, closed");
  }

  @Test
  void should_give_the_same_answer_when_the_same_request_is_sent_twice() {
    store.order(EMAIL);
    Object first = store.run(Script.CANCEL, "r1", "1000", "1-email");
    var before = standing.everything();

    assertThat(first).isEqualTo(List.of(List.of("OK", "1-email", "REVOKED")));
    assertThat(store.run(Script.CANCEL, "r1", "1000", "1-email")).isEqualTo(first);
    assertThat(standing.everything()).isEqualTo(before);
  }
}
