package dev.orders.worker;

import java.time.Duration;

/**
 * How many tasks to take: as many as can start within 50 ms. A task that waits longer in this
 * worker's hands would be better off in the queue, where an idle worker finds it; fewer, and the
 * threads wait for round trips.
 *
 * <p>It follows the load by itself: with slow handlers it takes what has a free thread, with fast
 * ones it takes up to 200 at a time. Thread-safe.
 */
final class Appetite {

  static final int MOST = 200;
  private static final double AHEAD_NANOS = Duration.ofMillis(50).toNanos();
  private static final double WEIGHT = 0.125;

  private final int concurrency;
  private double smoothedNanos;

  Appetite(int concurrency) {
    this.concurrency = concurrency;
  }

  /** Learns from one more run, weighing it an eighth against those before. */
  synchronized void ran(Duration took) {
    double nanos = Math.max(1, took.toNanos());
    smoothedNanos = smoothedNanos == 0 ? nanos : smoothedNanos + WEIGHT * (nanos - smoothedNanos);
  }

  /** Learns that the tasks under way take at least this long, before they have ended. */
  synchronized void runsFor(Duration atLeast) {
    smoothedNanos = Math.max(smoothedNanos, (double) atLeast.toNanos());
  }

  /**
   * How many to ask for now, 0 to 200. With all threads busy it asks only for at least half of what
   * it may hold in reserve: one call for many beats many for one.
   *
   * @param load how many tasks run or wait for a thread
   */
  int want(int load) {
    int ahead = ahead();
    int room = concurrency + ahead - load;
    boolean threadIdle = load < concurrency;
    boolean worthACall = room >= Math.max(1, ahead / 2);
    return threadIdle || worthACall ? Math.min(room, MOST) : 0;
  }

  private synchronized int ahead() {
    return smoothedNanos == 0 ? 0 : (int) Math.min(MOST, concurrency * AHEAD_NANOS / smoothedNanos);
  }
}
