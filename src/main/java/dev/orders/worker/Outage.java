package dev.orders.worker;

import dev.orders.queue.BrokerException;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one actor makes of trouble with the broker: says it once when it begins and once when it is
 * over, and waits a little longer after each try, with jitter, so that a hundred workers do not
 * come back in step. Used by one thread.
 */
final class Outage {

  private static final Logger LOG = LoggerFactory.getLogger(Outage.class);
  private static final long SHORTEST_MILLIS = 50;
  private static final long LONGEST_MILLIS = 1_000;

  private final String what;
  private final RandomGenerator random;
  private int tries;

  /**
   * @param what what cannot be done, such as {@code fetch tasks}
   * @param random safe for use by several threads
   */
  Outage(String what, RandomGenerator random) {
    this.what = what;
    this.random = random;
  }

  /** A try has failed; returns how long to wait before the next one. */
  Duration trouble(Throwable reason) {
    if (tries == 0) {
      report(reason);
    }
    long ceiling = Math.min(LONGEST_MILLIS, SHORTEST_MILLIS << Math.min(tries, 10));
    tries++;
    return Duration.ofMillis(random.nextLong(SHORTEST_MILLIS, ceiling + 1));
  }

  /** A try has succeeded. */
  void over() {
    if (tries > 0) {
      LOG.info("can {} again", what);
      tries = 0;
    }
  }

  /** True when the last try has failed. */
  boolean isOn() {
    return tries > 0;
  }

  private void report(Throwable reason) {
    if (reason instanceof BrokerException) {
      LOG.warn("cannot {}, going on trying: {}", what, reason.getMessage());
    } else {
      LOG.error("cannot {}, going on trying", what, reason);
    }
  }
}
