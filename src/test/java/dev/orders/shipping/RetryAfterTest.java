package dev.orders.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-14T16:30:00Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource({"1,1", "120,120", "3600,3600", "0007,7"})
  void should_read_seconds(String value, long seconds) {
    assertThat(RetryAfter.parse(value, CLOCK)).contains(Duration.ofSeconds(seconds));
  }

  @Test
  void should_read_a_date() {
    assertThat(RetryAfter.parse("Sat, 14 Mar 2026 16:32:05 GMT", CLOCK))
        .contains(Duration.ofSeconds(125));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3601",
        "999999999999999999",
        "1000000000000000000",
        "99999999999999999999999",
        "Sun, 15 Mar 2026 16:30:00 GMT"
      })
  void should_wait_an_hour_at_most(String value) {
    assertThat(RetryAfter.parse(value, CLOCK)).contains(RetryAfter.LONGEST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "Sat, 14 Mar 2026 16:30:00 GMT", "Sat, 14 Mar 2026 16:29:59 GMT"})
  void should_leave_the_wait_to_the_retry_policy_when_none_is_asked_for(String value) {
    assertThat(RetryAfter.parse(value, CLOCK)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-1", "1.5", "soon", "٣", "Sat, 14 Mar 2026", "Mon, 14 Mar 2026 16:32:05 GMT"})
  void should_ignore_what_is_neither_seconds_nor_a_date(String value) {
    assertThat(RetryAfter.parse(value, CLOCK)).isEmpty();
  }
}
