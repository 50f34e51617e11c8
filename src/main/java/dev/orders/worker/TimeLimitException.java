package dev.orders.worker;

import java.time.Duration;

/** A handler ran for longer than a task may: a failure like any other. */
final class TimeLimitException extends Exception {

  private static final long serialVersionUID = 1L;

  TimeLimitException(Duration limit) {
    super(
        "it ran for longer than "
            + (limit.toSeconds() < 10 ? limit.toMillis() + " ms" : limit.toSeconds() + " s"));
  }
}
