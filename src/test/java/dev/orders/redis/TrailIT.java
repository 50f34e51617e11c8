package dev.orders.redis;

import static dev.orders.redis.TestStore.EMAIL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.queue.Delivery;
import dev.orders.queue.PastAttempt;
import dev.orders.queue.PastAttempt.Outcome;
import dev.orders.queue.Settlement.Retried;
import dev.orders.queue.TaskId;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrailIT {

  private final TestStore store = new TestStore();

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void should_tell_every_attempt_of_an_order_with_its_end() {
    store.order(EMAIL);
    store.expire(store.take("email"));
    store.settle(store.take("email"), new Retried("a|b", Duration.ofMillis(1)));
    store.makeDue("email", new TaskId(1, "email"));
    store.succeed(store.take("email"));

    assertThat(store.inspector().trail(1))
        .extracting(PastAttempt::delivery, PastAttempt::outcome, PastAttempt::why)
        .satisfiesExactly(
            lost -> assertThat(lost.toList()).startsWith(1L, Outcome.LOST),
            retry -> assertThat(retry.toList()).containsExactly(2L, Outcome.RETRY, "a|b"),
            success -> assertThat(success.toList()).containsExactly(3L, Outcome.SUCCESS, ""));
  }

  @Test
  void should_tell_when_an_attempt_was_made_and_by_whom() {
    Delivery delivery = store.take(orderedEmail());
    store.settle(delivery, new Retried("later", Duration.ofSeconds(7)));

    PastAttempt attempt = store.inspector().trail(1).get(0);
    assertThat(attempt.task()).isEqualTo(delivery.id());
    assertThat(attempt.worker()).isEqualTo("w1");
    assertThat(attempt.delay()).isEqualTo(Duration.ofSeconds(7));
    assertThat(attempt.enqueued()).isBeforeOrEqualTo(attempt.started());
    assertThat(attempt.started()).isBeforeOrEqualTo(attempt.ended());
  }

  @Test
  void should_know_no_start_of_what_was_cancelled_in_its_queue() {
    orderedEmail();
    store.operations().cancel(new TaskId(1, "email"));

    PastAttempt attempt = store.inspector().trail(1).get(0);
    assertThat(attempt.outcome()).isEqualTo(Outcome.REVOKED);
    assertThat(attempt.started()).isNull();
    assertThat(attempt.worker()).isEmpty();
  }

  @Test
  void should_pass_over_a_line_that_cannot_be_read() {
    orderedEmail();
    store.raw().rpush(store.keys().trail(1), "email|nonsense");

    assertThat(store.inspector().trail(1)).isEmpty();
    assertThat(store.inspector().trail(99)).isEmpty();
  }

  @Test
  void should_count_what_happened() {
    assertThat(store.inspector().counts()).isEmpty();
    store.succeed(store.take(orderedEmail()));

    assertThat(store.inspector().counts())
        .containsEntry("accepted", 1L)
        .containsEntry("tasks", 1L)
        .containsEntry("done", 1L)
        .doesNotContainKey("dead");
  }

  private String orderedEmail() {
    store.order(EMAIL);
    return "email";
  }
}
