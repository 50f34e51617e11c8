package dev.orders.cli;

import dev.orders.app.Services;
import org.jspecify.annotations.Nullable;

/**
 * Half of a short command's time goes into reading its arguments, half into what follows whatever
 * they are. The second half is gone through in the background during the first.
 */
final class Rehearsal {

  private final @Nullable Thread thread;

  private Rehearsal(@Nullable Thread thread) {
    this.thread = thread;
  }

  /** Begins one. */
  static Rehearsal begin() {
    Thread thread = new Thread(Rehearsal::hold, "orders-rehearsal");
    thread.setDaemon(true);
    thread.start();
    return new Rehearsal(thread);
  }

  /** There is none. */
  static Rehearsal none() {
    return new Rehearsal(null);
  }

  /**
   * Waits for its end: two threads that initialize the same classes may wait for each other for
   * ever.
   */
  void awaitEnd() {
    try {
      if (thread != null) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @SuppressWarnings("UnusedException") // What is wrong shows in the performance, and is told then.
  private static void hold() {
    try {
      Services.rehearse();
    } catch (Exception e) {
      return;
    }
  }
}
