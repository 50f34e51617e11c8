package dev.orders.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LeaseClockTest {

  private final AtomicLong ticks = new AtomicLong(Long.MAX_VALUE - 1_000);
  private final LeaseClock clock = new LeaseClock(Duration.ofSeconds(30), ticks::get);

  @Test
  void should_call_a_lease_safe_until_ninety_percent_are_over() {
    long since = clock.now();
    pass(Duration.ofMillis(26_999));
    assertThat(clock.isSafe(since)).isTrue();
    pass(Duration.ofMillis(1));
    assertThat(clock.isSafe(since)).isFalse();
  }

  @Test
  void should_call_a_lease_over_when_all_of_it_is() {
    long since = clock.now();
    pass(Duration.ofMillis(29_999));
    assertThat(clock.isOver(since)).isFalse();
    pass(Duration.ofMillis(1));
    assertThat(clock.isOver(since)).isTrue();
    assertThat(clock.since(since)).isEqualTo(Duration.ofSeconds(30));
  }

  private void pass(Duration time) {
    ticks.addAndGet(time.toNanos());
  }
}
