package dev.orders.queue;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a failed task runs again: exponential backoff with jitter. Pure arithmetic; the randomness
 * is passed in.
 *
 * @param retries how often a task is tried again after its first failure; 0 means a failure is
 *     final
 * @param delay the wait before the first retry; it doubles with each further one, up to an hour (or
 *     to itself, if longer)
 */
public record RetryPolicy(int retries, Duration delay) {

  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int MAX_DOUBLINGS = 20;

  /** Refuses negative values. */
  public RetryPolicy {
    if (retries < 0) {
      throw new IllegalArgumentException("retries must be 0 or more, not " + retries);
    }
    if (delay.isNegative()) {
      throw new IllegalArgumentException("a retry delay cannot be negative: " + delay);
    }
  }

  /**
   * The wait before the next attempt, or empty when the retries are used up.
   *
   * @param failures how often the task has failed, this failure included; at least 1
   */
  public Optional<Duration> delayAfter(int failures, RandomGenerator random) {
    return failures > retries ? Optional.empty() : Optional.of(jittered(backoff(failures), random));
  }

  private Duration backoff(int failures) {
    int doublings = Math.min(failures - 1, MAX_DOUBLINGS);
    Duration ceiling = delay.compareTo(LONGEST) > 0 ? delay : LONGEST;
    Duration doubled = delay.multipliedBy(1L << doublings);
    return doubled.compareTo(ceiling) > 0 ? ceiling : doubled;
  }

  /**
   * Spreads the wait over 80 to 120 % of itself, so that what failed together does not come back
   * together.
   */
  private static Duration jittered(Duration wait, RandomGenerator random) {
    double factor = 0.8 + 0.4 * random.nextDouble();
    return Duration.ofMillis(Math.round(wait.toMillis() * factor));
  }
}
