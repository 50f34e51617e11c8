package dev.orders.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {

  private final AtomicLong nanos = new AtomicLong(77);
  private final Pace pace = new Pace(nanos::get);

  @Test
  void should_count_from_the_beginning_of_the_work() {
    pass(Duration.ofSeconds(4));

    assertThat(pace.rate(100)).isEqualTo(25);
    assertThat(pace.left(51, 100)).contains(Duration.ofSeconds(3));
  }

  @Test
  void should_leave_out_what_had_ended_before_the_work_went_on() {
    pass(Duration.ofHours(1));
    pace.goOn(1_000);
    pass(Duration.ofSeconds(10));

    assertThat(pace.rate(1_050)).isEqualTo(5);
    assertThat(pace.elapsed()).hasSeconds(10);
  }

  @Test
  void should_not_guess_how_long_it_takes_before_anything_has_ended_or_when_all_has() {
    assertThat(pace.left(10, 0)).isEmpty();
    pass(Duration.ofSeconds(1));
    assertThat(pace.left(0, 10)).isEmpty();
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
