package dev.orders.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link Submission}.
 *
 * @param verdict what became of it
 * @param orderId the order's id; with DUPLICATE and CONFLICT that of the order which has the key
 * @param status the order's status now, such as {@code confirmed}
 * @param tasks the ids of that order's first tasks
 * @param durability what Redis promises for it; null when nobody asked
 */
public record Receipt(
    Verdict verdict,
    long orderId,
    String status,
    List<TaskId> tasks,
    @Nullable Durability durability) {

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
