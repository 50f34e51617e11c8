package dev.orders.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AppetiteTest {

  private final Appetite appetite = new Appetite(4);

  @Test
  void should_ask_for_the_idle_threads_before_it_knows_how_long_tasks_take() {
    assertThat(appetite.want(0)).isEqualTo(4);
    assertThat(appetite.want(3)).isEqualTo(1);
    assertThat(appetite.want(4)).isZero();
  }

  @Test
  void should_ask_only_for_idle_threads_when_tasks_are_slow() {
    appetite.ran(Duration.ofSeconds(2));
    assertThat(appetite.want(1)).isEqualTo(3);
    assertThat(appetite.want(4)).isZero();
  }

  @Test
  void should_ask_for_what_four_threads_can_start_within_fifty_milliseconds() {
    appetite.ran(Duration.ofMillis(10));
    assertThat(appetite.want(0)).isEqualTo(4 + 4 * 5);
  }

  @Test
  void should_never_ask_for_more_than_two_hundred() {
    appetite.ran(Duration.ofNanos(100));
    assertThat(appetite.want(0)).isEqualTo(200);
  }

  @Test
  void should_wait_until_half_the_reserve_is_used_while_all_threads_are_busy() {
    appetite.ran(Duration.ofMillis(10));
    assertThat(appetite.want(4 + 11)).isZero();
    assertThat(appetite.want(4 + 10)).isEqualTo(10);
  }

  @Test
  void should_want_nothing_when_it_holds_more_than_fits() {
    appetite.ran(Duration.ofSeconds(1));
    assertThat(appetite.want(150)).isZero();
  }

  @Test
  void should_follow_a_change_of_pace() {
    appetite.ran(Duration.ofMillis(1));
    for (int i = 0; i < 40; i++) {
      appetite.ran(Duration.ofSeconds(1));
    }
    assertThat(appetite.want(4)).isZero();
  }

  @Test
  void should_hold_nothing_in_reserve_once_the_running_tasks_prove_slow() {
    appetite.ran(Duration.ofMillis(1));
    appetite.runsFor(Duration.ofSeconds(1));
    assertThat(appetite.want(4)).isZero();
    appetite.runsFor(Duration.ofMillis(1));
    assertThat(appetite.want(4)).isZero();
  }
}
