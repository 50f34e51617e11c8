package dev.orders.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orders.worker.Lifeline.Halt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class LifelineTest {

  private final Lifeline life = new Lifeline();

  @AfterEach
  void leave_no_interrupt_behind() {
    Thread.interrupted();
  }

  @Test
  void should_interrupt_the_thread_that_runs_it() {
    life.begin();
    life.halt(Halt.CANCELLED);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(life.halted()).isEqualTo(Halt.CANCELLED);
  }

  @Test
  void should_not_interrupt_a_thread_that_has_moved_on() {
    life.begin();
    life.end();
    life.halt(Halt.CANCELLED);
    assertThat(Thread.interrupted()).isFalse();
    assertThat(life.halted()).isNull();
  }

  @Test
  void should_interrupt_once_however_often_it_is_halted() {
    life.begin();
    life.halt(Halt.CANCELLED);
    Thread.interrupted();
    life.halt(Halt.STOPPED);
    assertThat(Thread.interrupted()).isFalse();
    assertThat(life.halted()).isEqualTo(Halt.CANCELLED);
  }

  @Test
  void should_let_a_lost_lease_outweigh_a_cancellation() {
    life.begin();
    life.halt(Halt.CANCELLED);
    life.halt(Halt.LOST);
    assertThat(life.halted()).isEqualTo(Halt.LOST);
  }

  @Test
  void should_not_begin_when_halted_before() {
    life.halt(Halt.CANCELLED);
    assertThat(life.begin()).isFalse();
    assertThat(life.endUnlessBegun()).isTrue();
    assertThat(life.endUnlessBegun()).isFalse();
  }

  @Test
  void should_not_be_called_off_once_begun() {
    life.begin();
    assertThat(life.endUnlessBegun()).isFalse();
    assertThat(life.isRunning()).isTrue();
  }

  @Test
  void should_run_the_halt_action_on_another_thread() {
    AtomicBoolean elsewhere = new AtomicBoolean();
    Thread here = Thread.currentThread();
    life.begin();
    life.onHalt(() -> elsewhere.set(Thread.currentThread() != here));
    life.halt(Halt.CANCELLED);
    await().untilTrue(elsewhere);
  }

  @Test
  void should_run_an_action_at_once_that_comes_after_the_halt() {
    AtomicBoolean ran = new AtomicBoolean();
    life.begin();
    life.halt(Halt.CANCELLED);
    life.onHalt(() -> ran.set(true));
    assertThat(ran).isTrue();
  }

  @Test
  void should_survive_an_action_that_fails() {
    life.begin();
    life.halt(Halt.CANCELLED);
    life.onHalt(
        () -> {
          throw new IllegalStateException("socket closed");
        });
    assertThat(life.end()).isTrue();
  }

  @Test
  void should_put_an_interrupt_off_until_an_undisturbed_step_is_over() {
    AtomicBoolean interruptedInside = new AtomicBoolean();
    life.begin();
    life.undisturbed(
        () -> {
          life.halt(Halt.CANCELLED);
          interruptedInside.set(Thread.currentThread().isInterrupted());
        });
    assertThat(interruptedInside).isFalse();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void should_hide_an_earlier_interrupt_from_an_undisturbed_step() {
    AtomicBoolean interruptedInside = new AtomicBoolean();
    life.begin();
    life.halt(Halt.CANCELLED);
    life.undisturbed(() -> interruptedInside.set(Thread.currentThread().isInterrupted()));
    assertThat(interruptedInside).isFalse();
    assertThat(Thread.interrupted()).isTrue();
  }

  @RepeatedTest(100)
  void should_run_the_action_exactly_once_when_halt_and_action_meet() throws InterruptedException {
    AtomicInteger runs = new AtomicInteger();
    CountDownLatch ran = new CountDownLatch(1);
    CountDownLatch together = new CountDownLatch(1);
    life.begin();
    Thread halter =
        new Thread(
            () -> {
              awaitQuietly(together);
              life.halt(Halt.CANCELLED);
            });
    halter.start();
    together.countDown();
    life.onHalt(
        () -> {
          runs.incrementAndGet();
          ran.countDown();
        });
    joinThrough(halter);
    assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(runs).hasValue(1);
  }

  @RepeatedTest(100)
  void should_let_only_one_of_two_end_it() throws InterruptedException {
    AtomicInteger enders = new AtomicInteger();
    CountDownLatch together = new CountDownLatch(1);
    Thread other =
        new Thread(
            () -> {
              awaitQuietly(together);
              if (life.end()) {
                enders.incrementAndGet();
              }
            });
    other.start();
    together.countDown();
    if (life.end()) {
      enders.incrementAndGet();
    }
    other.join();
    assertThat(enders).hasValue(1);
  }

  /** The halt interrupts this very thread, before the join or in it. */
  private static void joinThrough(Thread thread) throws InterruptedException {
    try {
      thread.join();
    } catch (InterruptedException e) {
      thread.join();
    }
    Thread.interrupted();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
