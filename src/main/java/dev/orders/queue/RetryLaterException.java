package dev.orders.queue;

import java.time.Duration;

/**
 * A failure of which the other side has said when to try again, as with HTTP's {@code Retry-After}.
 */
public final class RetryLaterException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Duration delay;

  /** Says what happened, without personal data, and how long to wait at least. */
  public RetryLaterException(String message, Duration delay) {
    super(message);
    this.delay = delay;
  }

  /** How long to wait at least; never negative. */
  public Duration delay() {
    return delay.isNegative() ? Duration.ZERO : delay;
  }
}
