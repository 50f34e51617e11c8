package dev.orders.app;

import dev.orders.queue.EventFeed;
import dev.orders.queue.EventFeed.Event;
import dev.orders.queue.Inspector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the end of what a {@link Tracker} follows. Events only say where to look again, and
 * some may be lost: what is true stands in the records. So all of them are read again each second
 * or, where there are so many that this takes long, so seldom that it takes a tenth of the time.
 */
public final class Waiting {

  private static final Duration LONGEST = Duration.ofSeconds(1);
  private static final Duration MOST_PAUSE = Duration.ofMillis(250);
  private static final int SHARE = 10;

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
      long nextFullLook = lookAtAll(tracker);
      while (true) {
        boolean isCalledOff = !goOn.getAsBoolean();
        Duration left = timeout == null ? LONGEST : timeout.minus(since(start));
        if (tracker.hasEnded() || isCalledOff || left.isNegative() || left.isZero()) {
          return tracker.hasEnded();
        }
        Duration pause = Duration.ofMillis(tracker.open());
        List<Event> events = pause(feed, shorter(left, LONGEST), shorter(pause, MOST_PAUSE));
        if (nanoTime.getAsLong() - nextFullLook < 0) {
          tracker.look(events);
        } else {
          nextFullLook = lookAtAll(tracker);
        }
      }
    }
  }

  /** Returns when to do so again. */
  private long lookAtAll(Tracker tracker) {
    long start = nanoTime.getAsLong();
    tracker.look();
    Duration rest = since(start).multipliedBy(SHARE);
    return nanoTime.getAsLong() + (rest.compareTo(LONGEST) > 0 ? rest : LONGEST).toNanos();
  }

  /** Until something happens; but the more there is to look at, the longer between two looks. */
  private List<Event> pause(EventFeed feed, Duration longest, Duration least) {
    long start = nanoTime.getAsLong();
    List<Event> events = new ArrayList<>(feed.next(longest));
    Duration rest = least.minus(since(start));
    while (!events.isEmpty() && !rest.isNegative() && !rest.isZero()) {
      events.addAll(feed.next(shorter(rest, longest)));
      rest = least.minus(since(start));
    }
    return events;
  }

  private Duration since(long start) {
    return Duration.ofNanos(nanoTime.getAsLong() - start);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
