package dev.orders.app;

import dev.orders.queue.EventFeed;
import dev.orders.queue.Inspector;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the end of what a {@link Tracker} follows. Events only say when to look again: what is
 * true stands in the records, so a lost event costs a second and nothing else.
 */
public final class Waiting {

  private static final Duration LONGEST = Duration.ofSeconds(1);
  private static final long MOST_PAUSE_MILLIS = 250;

  private final Inspector inspector;
  private final LongSupplier nanoTime;

  /**
   * @param nanoTime a clock that only runs forward, in nanoseconds
   */
  public Waiting(Inspector inspector, LongSupplier nanoTime) {
    this.inspector = inspector;
    this.nanoTime = nanoTime;
  }

  /**
   * Looks until everything has ended or the time is up.
   *
   * @param timeout null to wait for ever
   * @param goOn asked after each look; false gives up
   * @return true when everything has ended
   */
  public boolean await(Tracker tracker, @Nullable Duration timeout, BooleanSupplier goOn) {
    long start = nanoTime.getAsLong();
    try (EventFeed feed = inspector.follow()) {
      while (true) {
        tracker.look();
        boolean isCalledOff = !goOn.getAsBoolean();
        Duration left =
            timeout == null ? LONGEST : timeout.minusNanos(nanoTime.getAsLong() - start);
        if (tracker.hasEnded() || isCalledOff || left.isNegative() || left.isZero()) {
          return tracker.hasEnded();
        }
        pause(feed, shorter(left, LONGEST), Math.min(tracker.open(), MOST_PAUSE_MILLIS));
      }
    }
  }

  /** Until something happens; but the more there is to look at, the longer between two looks. */
  private void pause(EventFeed feed, Duration longest, long leastMillis) {
    long start = nanoTime.getAsLong();
    boolean hasHappened = !feed.next(longest).isEmpty();
    Duration rest = Duration.ofMillis(leastMillis).minusNanos(nanoTime.getAsLong() - start);
    while (hasHappened && !rest.isNegative() && !rest.isZero()) {
      feed.next(shorter(rest, longest));
      rest = Duration.ofMillis(leastMillis).minusNanos(nanoTime.getAsLong() - start);
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
