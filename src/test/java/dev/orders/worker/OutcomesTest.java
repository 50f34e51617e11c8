package dev.orders.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.queue.AttemptAbandonedException;
import dev.orders.queue.Delivery;
import dev.orders.queue.PermanentFailureException;
import dev.orders.queue.RetryLaterException;
import dev.orders.queue.RetryPolicy;
import dev.orders.queue.Settlement.Failed;
import dev.orders.queue.Settlement.Outcome;
import dev.orders.queue.Settlement.Released;
import dev.orders.queue.Settlement.Retried;
import dev.orders.queue.Settlement.Revoked;
import dev.orders.queue.Settlement.Succeeded;
import dev.orders.queue.TaskResult;
import dev.orders.worker.Lifeline.Halt;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutcomesTest {

  private static final TaskResult RESULT = TaskResult.of(Map.of("filename", "a.pdf"));

  private final RetryPolicy twice = new RetryPolicy(2, Duration.ofSeconds(30));
  private final Outcomes outcomes =
      new Outcomes(queue -> twice, Duration.ofMinutes(5), new Random(1));

  @Test
  void should_try_again_after_the_policy_s_delay_while_retries_are_left() {
    Retried retried = (Retried) failed(0, null, new IOException("connection reset")).orElseThrow();
    assertThat(retried.error()).isEqualTo("IOException: connection reset");
    assertThat(retried.delay()).isBetween(Duration.ofSeconds(24), Duration.ofSeconds(36));
  }

  @Test
  void should_fail_for_good_when_the_retries_are_used_up() {
    assertThat(failed(1, null, new IOException("x")).orElseThrow()).isInstanceOf(Retried.class);
    assertThat(failed(2, null, new IOException("x"))).contains(new Failed("IOException: x"));
  }

  @Test
  void should_fail_for_good_at_once_when_no_repetition_can_help() {
    assertThat(failed(0, null, new PermanentFailureException("no such address")))
        .contains(new Failed("PermanentFailureException: no such address"));
  }

  @Test
  void should_wait_at_least_as_long_as_the_other_side_asked() {
    Exception busy = new RetryLaterException("429", Duration.ofMinutes(5));
    assertThat(failed(0, null, busy))
        .contains(new Retried("RetryLaterException: 429", Duration.ofMinutes(5)));
  }

  @Test
  void should_wait_as_the_policy_says_when_the_other_side_asked_for_less() {
    Exception busy = new RetryLaterException("429", Duration.ofSeconds(1));
    Retried retried = (Retried) failed(0, null, busy).orElseThrow();
    assertThat(retried.delay()).isGreaterThanOrEqualTo(Duration.ofSeconds(24));
  }

  @Test
  void should_not_come_back_later_when_the_retries_are_used_up() {
    assertThat(failed(2, null, new RetryLaterException("429", Duration.ofSeconds(1))).orElseThrow())
        .isInstanceOf(Failed.class);
  }

  @Test
  void should_count_an_error_of_the_handler_as_a_failure() {
    assertThat(failed(0, null, new StackOverflowError()).orElseThrow()).isInstanceOf(Retried.class);
    assertThat(failed(2, null, new OutOfMemoryError("heap")))
        .contains(new Failed("OutOfMemoryError: heap"));
  }

  @Test
  void should_give_back_what_its_own_clock_has_stopped() {
    assertThat(failed(0, null, new AttemptAbandonedException("late"))).contains(new Released());
  }

  @Test
  void should_revoke_a_cancelled_task_however_its_handler_ended() {
    assertThat(failed(0, Halt.CANCELLED, new InterruptedException())).contains(new Revoked());
    assertThat(failed(9, Halt.CANCELLED, new IOException("closed"))).contains(new Revoked());
  }

  @Test
  void should_give_back_what_was_stopped_with_the_worker() {
    assertThat(failed(0, Halt.STOPPED, new InterruptedException())).contains(new Released());
  }

  @Test
  void should_fail_what_ran_for_too_long_however_its_handler_ended() {
    String error = "TimeLimitException: it ran for longer than 300 s";
    assertThat(failed(0, Halt.OVERDUE, new InterruptedException()).orElseThrow())
        .isInstanceOfSatisfying(
            Retried.class, retried -> assertThat(retried.error()).isEqualTo(error));
    assertThat(failed(2, Halt.OVERDUE, new IOException("closed"))).contains(new Failed(error));
    assertThat(outcomes.succeeded(Halt.OVERDUE, RESULT)).contains(new Succeeded(RESULT));
  }

  @Test
  void should_settle_nothing_when_the_lease_was_lost() {
    assertThat(failed(0, Halt.LOST, new InterruptedException())).isEmpty();
    assertThat(outcomes.succeeded(Halt.LOST, RESULT)).isEmpty();
  }

  @Test
  void should_let_a_success_stand_that_came_before_the_interrupt_was_heeded() {
    assertThat(outcomes.succeeded(Halt.CANCELLED, RESULT)).contains(new Succeeded(RESULT));
    assertThat(outcomes.succeeded(Halt.STOPPED, RESULT)).contains(new Succeeded(RESULT));
    assertThat(outcomes.succeeded(null, RESULT)).contains(new Succeeded(RESULT));
  }

  private Optional<Outcome> failed(int failures, @Nullable Halt halt, Throwable failure) {
    Delivery delivery = Deliveries.of("17-shipping", 1, failures);
    return outcomes.failed(delivery, halt, failure);
  }
}
