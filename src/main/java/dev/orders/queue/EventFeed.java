package dev.orders.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What happens, as it happens. Used by one thread. */
public interface EventFeed extends AutoCloseable {

  /**
   * The next events, oldest first; empty when nothing happened within {@code atMost} (capped at a
   * second). A reader that lags far behind misses events: they tell that something changed, the
   * task's record tells what is.
   */
  List<Event> next(Duration atMost);

  @Override
  void close();

  /**
   * One thing that happened.
   *
   * @param at server time
   * @param orderId the order
   * @param task the task's id in writing, or the empty string when it is about the order itself
   * @param state the task's new state, or the order's new status
   * @param progress 0 to 100
   */
  record Event(Instant at, long orderId, String task, String state, int progress) {}
}
