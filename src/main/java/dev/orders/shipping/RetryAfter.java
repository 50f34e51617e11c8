package dev.orders.shipping;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Reads HTTP's {@code Retry-After}: a number of seconds or a date (RFC 9110, section 10.2.3; the
 * date in the one form that servers may still send). Pure, but for the clock passed in.
 */
final class RetryAfter {

  /** A carrier cannot put a shipment off for longer at a time. */
  static final Duration LONGEST = Duration.ofHours(1);

  private static final int DIGITS_OF_A_LONG = 18;

  private RetryAfter() {}

  /**
   * How long to wait, above zero and at most {@link #LONGEST}; empty when the value asks for no
   * wait or is no such value.
   */
  static Optional<Duration> parse(String value, Clock clock) {
    return wait(value.strip(), clock)
        .filter(wait -> wait.compareTo(Duration.ZERO) > 0)
        .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
  }

  private static Optional<Duration> wait(String value, Clock clock) {
    return value.matches("[0-9]+") ? Optional.of(seconds(value)) : untilDate(value, clock);
  }

  private static Duration seconds(String digits) {
    return digits.length() > DIGITS_OF_A_LONG
        ? LONGEST
        : Duration.ofSeconds(Long.parseLong(digits));
  }

  private static Optional<Duration> untilDate(String date, Clock clock) {
    try {
      Instant then = DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
      return Optional.of(Duration.between(clock.instant(), then));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
