package dev.orders.queue;

import java.util.List;

/**
 * The answer to a {@link Submission}.
 *
 * @param verdict what became of it
 * @param orderId the order's id; with DUPLICATE and CONFLICT that of the order which has the key
 * @param status the order's status now, such as {@code confirmed}
 * @param tasks the ids of that order's first tasks
 */
public record Receipt(Verdict verdict, long orderId, String status, List<TaskId> tasks) {

  /** What can become of a submission. */
  public enum Verdict {
    /** Accepted now. */
    OK,
    /** The same order was accepted before under this key; that one stands. */
    DUPLICATE,
    /** Another order has this key; nothing was accepted. */
    CONFLICT
  }
}
