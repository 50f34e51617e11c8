package dev.orders.drill;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Somebody has had enough. Everything in a drill that waits, waits here. Thread-safe. */
final class Halt {

  private final CountDownLatch called = new CountDownLatch(1);

  void call() {
    called.countDown();
  }

  boolean isCalled() {
    return called.getCount() == 0;
  }

  /** Waits so long, or until it is called or the thread interrupted; true when either was. */
  boolean await(Duration time) {
    try {
      return called.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      call();
      return true;
    }
  }
}
