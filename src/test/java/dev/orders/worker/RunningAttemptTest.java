package dev.orders.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orders.queue.AttemptAbandonedException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunningAttemptTest {

  private final AtomicLong ticks = new AtomicLong();
  private final LeaseClock clock = new LeaseClock(Duration.ofSeconds(30), ticks::get);
  private final StubBroker broker = new StubBroker();
  private final RunningAttempt attempt =
      new RunningAttempt(
          Deliveries.of("17-email", 3, 0),
          0,
          new RunningAttempt.Tools("w1", broker, clock, new ProgressReporter("w1", broker)));

  @AfterEach
  void leave_no_interrupt_behind() {
    Thread.interrupted();
  }

  @Test
  void should_let_the_effect_begin_while_the_lease_is_safe() {
    ticks.set(Duration.ofSeconds(26).toNanos());
    assertThatCode(attempt::beforeEffect).doesNotThrowAnyException();
  }

  @Test
  void should_not_let_the_effect_begin_near_the_end_of_the_lease() {
    ticks.set(Duration.ofSeconds(27).toNanos());
    assertThatThrownBy(attempt::beforeEffect)
        .isInstanceOf(AttemptAbandonedException.class)
        .hasMessage("the lease may be over");
  }

  @Test
  void should_let_the_effect_begin_again_after_a_heartbeat() {
    ticks.set(Duration.ofSeconds(29).toNanos());
    attempt.renewed(Duration.ofSeconds(20).toNanos());
    assertThatCode(attempt::beforeEffect).doesNotThrowAnyException();
  }

  @Test
  void should_not_let_the_effect_of_a_cancelled_task_begin() {
    attempt.life().begin();
    attempt.life().halt(Lifeline.Halt.CANCELLED);
    assertThatThrownBy(attempt::beforeEffect)
        .isInstanceOf(AttemptAbandonedException.class)
        .hasMessage("the attempt was cancelled");
  }

  @Test
  void should_never_throw_when_the_broker_is_down() {
    assertThatCode(
            () -> {
              attempt.progress(50);
              attempt.effectDone();
            })
        .doesNotThrowAnyException();
  }

  @Test
  void should_be_known_by_task_and_delivery() {
    assertThat(attempt.lease().task()).hasToString("17-email");
    assertThat(attempt.lease().delivery()).isEqualTo(3);
  }
}
