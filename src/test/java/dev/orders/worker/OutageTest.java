package dev.orders.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.queue.BrokerException;
import dev.orders.queue.BrokerException.Reason;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OutageTest {

  private final BrokerException down =
      new BrokerException(Reason.UNREACHABLE, "connection refused", null);

  private final Outage outage = new Outage("fetch tasks", new Random(7));

  @Test
  void should_wait_between_fifty_milliseconds_and_a_second_however_long_it_lasts() {
    for (int i = 0; i < 200; i++) {
      assertThat(outage.trouble(down)).isBetween(Duration.ofMillis(50), Duration.ofSeconds(1));
    }
  }

  @Test
  void should_wait_little_at_first_and_longer_later() {
    assertThat(outage.trouble(down)).isEqualTo(Duration.ofMillis(50));
    assertThat(outage.trouble(down)).isLessThanOrEqualTo(Duration.ofMillis(100));
    long longest = 0;
    for (int i = 0; i < 100; i++) {
      longest = Math.max(longest, outage.trouble(down).toMillis());
    }
    assertThat(longest).isGreaterThan(500);
  }

  @Test
  void should_start_anew_when_it_is_over() {
    outage.trouble(down);
    outage.trouble(down);
    assertThat(outage.isOn()).isTrue();
    outage.over();
    assertThat(outage.isOn()).isFalse();
    assertThat(outage.trouble(down)).isEqualTo(Duration.ofMillis(50));
  }
}
