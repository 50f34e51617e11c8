package dev.orders.queue;

/**
 * One run of a handler, seen from the handler: what was delivered, and how to stay in touch with
 * the worker while the work goes on. Used from the handler's thread only; {@link #onCancel}
 * callbacks run on another.
 */
public interface Attempt {

  /** What is to be done. */
  Delivery delivery();

  /**
   * Tells how far the work is, 0 to 100. Best effort and coalesced: it never throws and never
   * waits.
   */
  void progress(int percent);

  /**
   * Notes a fact for whoever looks into the task's log later: what was sent where, what came back.
   * Best effort like progress: it never throws and never waits, and what is too much is dropped.
   *
   * @param fact its name in snake_case, such as {@code server}
   * @param value a short value, written as text; never personal data
   */
  default void log(String fact, Object value) {
    // Nobody need keep it.
  }

  /**
   * Called right before the irreversible step: sending, registering, moving the file into place.
   *
   * @throws AttemptAbandonedException when the lease may be lost or the task was cancelled, so that
   *     the step must not be taken any more; the handler lets it pass
   */
  void beforeEffect() throws AttemptAbandonedException;

  /**
   * Remembers that the irreversible step is about to be taken. Until {@link #effectDone} or {@link
   * #effectFailed} follows, a later delivery of this task sees {@link Delivery.Effect#BEGUN}:
   * nobody knows whether the step was taken.
   *
   * @throws AttemptAbandonedException as {@link #beforeEffect} does
   * @throws BrokerException when that cannot be kept; the step must not be taken then
   */
  void effectBegins() throws AttemptAbandonedException;

  /** Remembers that the step that had begun was certainly not taken. It never throws. */
  void effectFailed();

  /**
   * Remembers that the irreversible step was taken, so that a later delivery of this task sees
   * {@link Delivery.Effect#DONE} and does not take it again. For effects that nobody else
   * deduplicates, such as e-mail. It never throws: when the mark cannot be kept, the step may be
   * taken again, which beats losing it.
   */
  void effectDone();

  /**
   * Registers what to do when the task is cancelled while it runs, besides interrupting its thread:
   * close the socket, for an interrupt alone does not end a blocked read. Runs at once if that has
   * already happened. A later call replaces the earlier one.
   */
  void onCancel(Runnable action);
}
