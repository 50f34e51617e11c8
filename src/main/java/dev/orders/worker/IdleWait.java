package dev.orders.worker;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The waits of one thread that another one ends, once and for all; it interrupts nothing else. */
final class IdleWait {

  private @Nullable Thread waiting;
  private boolean hasEnded;

  /** Makes a request that waits; after the end it finds its thread interrupted. */
  <T> @Nullable T during(Supplier<@Nullable T> request) {
    synchronized (this) {
      if (hasEnded) {
        Thread.currentThread().interrupt();
      } else {
        waiting = Thread.currentThread();
      }
    }
    try {
      return request.get();
    } finally {
      synchronized (this) {
        waiting = null;
        Thread.interrupted(); // what came too late for the wait is not for what follows
      }
    }
  }

  /** Interrupts the wait under way, and every later one. */
  synchronized void end() {
    hasEnded = true;
    if (waiting != null) {
      waiting.interrupt();
      waiting = null;
    }
  }
}
