package dev.orders.redis;

import static dev.orders.redis.TestStore.EMAIL;
import static dev.orders.redis.TestStore.FINGERPRINT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.queue.Settlement.Retried;
import dev.orders.queue.TaskId;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A paused queue takes in and gives nothing out. */
class PauseIT {

  private final TestStore store = new TestStore();
  private final Standing standing = store.standing();

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void should_deliver_nothing_from_a_paused_queue_and_go_on_with_the_others() {
    store.order();

    assertThat(store.operations().pause("email")).isTrue();

    assertThat(store.fetch("w1", 5, "email", "invoice"))
        .extracting(task -> task.id().toString())
        .containsExactly("1-invoice");
    assertThat(standing.queue("email"))
        .isEqualTo("pending[1-email] lease[] delayed[] dead[] wake[]");
    assertThat(store.inspector().queue("email").paused()).isTrue();
    assertThat(store.inspector().queue("invoice").paused()).isFalse();
  }

  @Test
  void should_leave_no_marker_on_a_paused_queue_whatever_comes_in() {
    store.operations().pause("email");
    store.order();
    store.submit(null, FINGERPRINT, Duration.ofMinutes(5));
    store.sweep("email");

    assertThat(standing.queue("email"))
        .isEqualTo("pending[1-email] lease[] delayed[2-email] dead[] wake[]");
  }

  @Test
  void should_still_recover_and_promote_in_a_paused_queue() {
    store.order(EMAIL);
    store.order(EMAIL);
    store.expire(store.take("email"));
    store.settle(store.fetch("w1", 2, "email").get(1), new Retried("no", Duration.ofMinutes(1)));
    store.makeDue("email", new TaskId(2, "email"));
    store.raw().zadd(store.keys().lease("email"), 1, "1-email");
    store.operations().pause("email");
    store.fetch("w1", 5, "email");

    assertThat(standing.queue("email"))
        .isEqualTo("pending[1-email 2-email] lease[] delayed[] dead[] wake[]");
  }

  @Test
  void should_let_running_work_of_a_paused_queue_end() {
    store.order(EMAIL);
    var running = store.take("email");
    store.operations().pause("email");
    store.succeed(running);

    assertThat(standing.order(1)).isEqualTo("confirmed, 0 open, closed");
  }

  @Test
  void should_wake_a_worker_when_a_queue_is_resumed() {
    store.order();
    store.operations().pause("email");

    assertThat(store.operations().resume("email")).isTrue();

    assertThat(standing.queue("email"))
        .isEqualTo("pending[1-email] lease[] delayed[] dead[] wake[1]");
    assertThat(store.fetch("w1", 5, "email")).hasSize(1);
  }

  @Test
  void should_say_whether_a_queue_was_paused_before() {
    assertThat(store.operations().resume("email")).isFalse();
    assertThat(store.operations().pause("email")).isTrue();
    assertThat(store.operations().pause("email")).isFalse();
    assertThat(store.operations().resume("email")).isTrue();
    assertThat(store.operations().resume("email")).isFalse();
  }

  @Test
  void should_stand_the_same_when_the_same_request_is_sent_twice() {
    store.order();
    store.run(Script.PAUSE, "email");
    var paused = standing.everything();
    store.run(Script.PAUSE, "email");
    assertThat(standing.everything()).isEqualTo(paused);

    store.run(Script.RESUME, "email");
    var resumed = standing.everything();
    store.run(Script.RESUME, "email");
    assertThat(standing.everything()).isEqualTo(resumed);
  }
}
