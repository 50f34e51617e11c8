package dev.orders.queue;

/**
 * The worker no longer owns the task, or it was cancelled: the handler stops, and nothing counts as
 * its failure.
 */
public final class AttemptAbandonedException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Says why, in a few words without personal data. */
  public AttemptAbandonedException(String message) {
    super(message);
  }
}
