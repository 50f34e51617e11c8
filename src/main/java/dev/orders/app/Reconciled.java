package dev.orders.app;

import java.util.Locale;

/**
 * What became of an order of a journal.
 *
 * @param entry counts the orders of the journal, from 1
 * @param key its idempotency key
 * @param found whether the queue had it
 * @param orderId the order's id, or that of the order which has its key; 0 when it is missing
 * @param isLost true when the queue did not have it although it had said so before
 */
public record Reconciled(long entry, String key, Found found, long orderId, boolean isLost) {

  /** Whether the queue had it. */
  public enum Found {
    /** It was there. */
    PRESENT,
    /** It was not there, and is now. */
    SUBMITTED,
    /** It is not there: this was only a rehearsal. */
    MISSING,
    /** Another order has its key. */
    CONFLICT;

    /** The word of the JSON contract. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
