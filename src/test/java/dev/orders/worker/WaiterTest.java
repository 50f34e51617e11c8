package dev.orders.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WaiterTest {

  private static final Duration LONG = Duration.ofHours(1);

  private final Waiter waiter = new Waiter();

  @AfterEach
  void leave_no_interrupt_behind() {
    Thread.interrupted();
  }

  @Test
  void should_remember_a_wake_up_that_came_before_the_wait() {
    waiter.wake();
    waiter.wake();
    waiter.await(LONG);
  }

  @Test
  void should_end_a_wait_under_way() {
    new Thread(waiter::wake).start();
    waiter.await(LONG);
  }

  @Test
  void should_wait_no_longer_than_told() {
    waiter.await(Duration.ofMillis(1));
  }

  @Test
  void should_keep_an_interrupt_set() {
    Thread.currentThread().interrupt();
    waiter.await(LONG);
    assertThat(Thread.interrupted()).isTrue();
  }
}
