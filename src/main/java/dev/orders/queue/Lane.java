package dev.orders.queue;

import java.util.List;

/**
 * A way in for many orders, one list after the other: each is accepted after the one before it, or
 * not at all, however many are under way. Once it has thrown, it forgets what was under way and
 * takes no more (IllegalStateException). Used by one thread.
 */
public interface Lane {

  /** Sends a list, without waiting for an answer where that can be. */
  void send(List<Submission> orders);

  /**
   * Waits for the answers to the oldest list that has none yet.
   *
   * @return as {@link Intake#submit} does
   * @throws BrokerException as there; then nothing that was sent later has been accepted, unless
   *     nobody knows what became of this list: then nobody knows of the next one either
   */
  List<Receipt> next();

  /** A lane that keeps this promise for one that does not know whether it has thrown. */
  static Lane strict(Lane lane) {
    return new StrictLane(lane);
  }
}
