package dev.orders.queue;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes threads that never keep the JVM alive, named after what they do and numbered. Thread-safe.
 */
public final class DaemonThreads implements ThreadFactory {

  private final String name;
  private final AtomicInteger count = new AtomicInteger();

  /**
   * @param name such as {@code orders-send}, for {@code orders-send-1} and so on
   */
  public DaemonThreads(String name) {
    this.name = name;
  }

  @Override
  public Thread newThread(Runnable work) {
    Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }
}
