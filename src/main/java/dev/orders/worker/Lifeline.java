package dev.orders.worker;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of one attempt: it waits for a thread, runs, ends. It may be halted from outside at any
 * moment. Everything that two threads could quarrel about is decided here, under one lock:
 *
 * <ul>
 *   <li>who ends it: {@link #end} and {@link #endUnlessBegun} say true to one caller only, and only
 *       that one settles it;
 *   <li>whom an interrupt hits: the thread is interrupted only while it runs this attempt, never
 *       when it has moved on to the next;
 *   <li>a halt just before {@link #onHalt}: the action is not missed.
 * </ul>
 */
final class Lifeline {

  private static final Logger LOG = LoggerFactory.getLogger(Lifeline.class);

  /** Why an attempt is to stop. */
  enum Halt {
    /** Somebody cancelled the task. */
    CANCELLED,
    /** It has run for too long. */
    OVERDUE,
    /** The worker ends and can wait no longer. */
    STOPPED,
    /** The lease is somebody else's by now. */
    LOST
  }

  private boolean ended;
  private @Nullable Thread runner;
  private @Nullable Halt halt;
  private @Nullable Runnable onHalt;
  private boolean shielded;
  private boolean interruptOwed;

  /** Begins the run on the calling thread; false when it was halted or ended before. */
  synchronized boolean begin() {
    if (ended || halt != null) {
      return false;
    }
    runner = Thread.currentThread();
    return true;
  }

  /** Ends it; true for the first caller, who is to settle it. */
  synchronized boolean end() {
    boolean first = !ended;
    ended = true;
    return first;
  }

  /** Ends it if no thread has taken it up; true when the caller is to settle it. */
  synchronized boolean endUnlessBegun() {
    return runner == null && end();
  }

  /**
   * Tells it to stop: interrupts its thread and runs the halt action, once. An attempt that has
   * ended stays as it ended. LOST outweighs any earlier reason, since nothing is settled then.
   */
  void halt(Halt why) {
    Runnable action = takeAction(why);
    if (action != null) {
      // A thread of its own: closing a socket may block, and the caller keeps the leases alive.
      Actor.start("orders-halt", () -> runSafely(action));
    }
  }

  /** What to do at a halt; at once if it has been halted. Replaces an earlier action. */
  void onHalt(Runnable action) {
    boolean now;
    synchronized (this) {
      now = halt != null;
      onHalt = action;
    }
    if (now) {
      runSafely(action);
    }
  }

  /** Why it is to stop; null while nothing is in the way. */
  synchronized @Nullable Halt halted() {
    return halt;
  }

  /** True from the begin to the end. */
  synchronized boolean isRunning() {
    return runner != null && !ended;
  }

  /** True until the end. */
  synchronized boolean isLive() {
    return !ended;
  }

  /** Runs a step on the runner's thread that no halt interrupts; an interrupt comes afterwards. */
  void undisturbed(Runnable step) {
    synchronized (this) {
      shielded = true;
    }
    boolean before = Thread.interrupted();
    try {
      step.run();
    } finally {
      unshield(before);
    }
  }

  private synchronized void unshield(boolean interruptedBefore) {
    shielded = false;
    if (interruptedBefore || interruptOwed) {
      Thread.currentThread().interrupt();
    }
    interruptOwed = false;
  }

  private synchronized @Nullable Runnable takeAction(Halt why) {
    if (ended) {
      return null;
    }
    boolean first = halt == null;
    halt = first || why == Halt.LOST ? why : halt;
    if (!first || runner == null) {
      return null;
    }
    interrupt(runner);
    return onHalt;
  }

  private void interrupt(Thread thread) {
    if (shielded) {
      interruptOwed = true;
    } else {
      thread.interrupt();
    }
  }

  private static void runSafely(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      LOG.debug("a cancel action failed", e);
    }
  }
}
