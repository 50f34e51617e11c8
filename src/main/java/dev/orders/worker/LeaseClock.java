package dev.orders.worker;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Judges leases by a monotonic clock of this process, never by anybody's wall clock. A lease counts
 * from the moment the request that gave or prolonged it was SENT: the server granted it later, so
 * its end is never judged too late.
 *
 * @param lease how long one lasts
 * @param ticks nanoseconds that only go forward, such as {@link System#nanoTime}
 */
record LeaseClock(Duration lease, LongSupplier ticks) {

  private static final int SAFE_PERCENT = 90;

  /** The present moment, to be kept and asked about later. */
  long now() {
    return ticks.getAsLong();
  }

  /** True while an irreversible step may begin: 90 % of the lease are not over. */
  boolean isSafe(long since) {
    return age(since) < lease.toNanos() / 100 * SAFE_PERCENT;
  }

  /** True when the whole lease is over: by now the task may be somebody else's. */
  boolean isOver(long since) {
    return age(since) >= lease.toNanos();
  }

  /** How long ago that was. */
  Duration since(long moment) {
    return Duration.ofNanos(age(moment));
  }

  private long age(long since) {
    return ticks.getAsLong() - since;
  }
}
