package dev.orders.bench;

import dev.orders.app.WorkerRun;
import java.util.concurrent.locks.LockSupport;

/** Has a worker of production work off what lies in the queues. */
final class Drain {

  private static final long BETWEEN_LOOKS_NANOS = 200_000;

  private Drain() {}

  /** Nanoseconds from the worker's start until so many tasks are settled. */
  static long nanos(WorkerRun worker, long tasks) {
    long begun = System.nanoTime();
    try (worker) {
      worker.start();
      awaitDone(worker, tasks);
      return System.nanoTime() - begun;
    }
  }

  /** Waits until so many tasks have succeeded. */
  static void awaitDone(WorkerRun worker, long tasks) {
    while (worker.counts().succeeded() < tasks && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
    }
  }
}
