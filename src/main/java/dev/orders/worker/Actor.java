package dev.orders.worker;

import java.time.Duration;

/** A named thread that plays one part of the worker. It never keeps the JVM alive. */
final class Actor {

  private final Thread thread;

  private Actor(Thread thread) {
    this.thread = thread;
  }

  /** Starts a part. */
  static Actor start(String name, Runnable part) {
    Thread thread = new Thread(part, name);
    thread.setDaemon(true);
    thread.start();
    return new Actor(thread);
  }

  /** Waits for the part's end, at most this long; a part in a hung call is left to itself. */
  void awaitEnd(Duration atMost) {
    try {
      thread.join(Math.max(1, atMost.toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
