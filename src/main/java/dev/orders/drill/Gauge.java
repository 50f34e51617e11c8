package dev.orders.drill;

import dev.orders.queue.BrokerException;
import dev.orders.queue.Inspector;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Tells how much of the work is done. Read by one thread, asked by any. */
final class Gauge {

  private final Inspector inspector;
  private final long tasks;
  private final LongSupplier nanoTime;
  private volatile long done;
  private long movedAt;

  /**
   * @param tasks how many tasks there are to do
   */
  Gauge(Inspector inspector, long tasks, LongSupplier nanoTime) {
    this.inspector = inspector;
    this.tasks = tasks;
    this.nanoTime = nanoTime;
    this.movedAt = nanoTime.getAsLong();
  }

  /** Looks again; while Redis is away everything seems to stand still. */
  void read() {
    try {
      long now = inspector.counts().getOrDefault("done", 0L);
      if (now != done) {
        done = now;
        movedAt = nanoTime.getAsLong();
      }
    } catch (BrokerException e) {
      // The next look will tell.
    }
  }

  long tasks() {
    return tasks;
  }

  long done() {
    return done;
  }

  boolean isDone() {
    return done >= tasks;
  }

  /** 0 to 1. */
  double share() {
    return (double) done / tasks;
  }

  /** For how long nothing has been done. */
  Duration standstill() {
    return Duration.ofNanos(nanoTime.getAsLong() - movedAt);
  }
}
