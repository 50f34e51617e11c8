package dev.orders.worker;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets one thread wait and any other wake it. A wake-up that comes before the wait is remembered,
 * so none is lost between looking for work and going to sleep.
 */
final class Waiter {

  private final Semaphore signals = new Semaphore(0);

  /** Waits until woken, at most this long. An interrupt ends the wait and stays set. */
  void await(Duration atMost) {
    try {
      if (signals.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
        signals.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the present wait, or the next one. */
  void wake() {
    if (signals.availablePermits() == 0) {
      signals.release();
    }
  }
}
