package dev.orders.worker;

import dev.orders.queue.Broker;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Everything this worker holds: attempts that wait for a thread, run, or have ended and are not yet
 * settled. Thread-safe.
 *
 * <p>The key is the delivery, not the task: when a lease was lost and the same task came back to
 * this worker, both deliveries are in hand for a while.
 */
final class Hands {

  private final Map<Broker.Lease, RunningAttempt> held = new ConcurrentHashMap<>();
  private final Waiter whenLess;

  /**
   * @param whenLess woken whenever something has left the hands
   */
  Hands(Waiter whenLess) {
    this.whenLess = whenLess;
  }

  /** Takes an attempt; false when this very delivery is in hand already. */
  boolean take(RunningAttempt attempt) {
    return held.putIfAbsent(attempt.lease(), attempt) == null;
  }

  /** Lets go of an attempt: it is settled, or not ours any more. */
  void drop(RunningAttempt attempt) {
    held.remove(attempt.lease());
    whenLess.wake();
    if (held.isEmpty()) {
      wakeWaiting();
    }
  }

  /** Those that have not ended: whose leases must be kept. */
  List<RunningAttempt> live() {
    return held.values().stream().filter(attempt -> attempt.life().isLive()).toList();
  }

  /** All of them. */
  Collection<RunningAttempt> all() {
    return held.values();
  }

  boolean isEmpty() {
    return held.isEmpty();
  }

  int size() {
    return held.size();
  }

  /** Waits until nothing is in hand, at most this long, or until the caller has had enough. */
  synchronized void awaitEmpty(Duration atMost, BooleanSupplier enough) {
    long end = System.nanoTime() + atMost.toNanos();
    try {
      while (!held.isEmpty() && !enough.getAsBoolean() && end - System.nanoTime() > 0) {
        TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Makes {@link #awaitEmpty} look again. */
  synchronized void wakeWaiting() {
    notifyAll();
  }
}
