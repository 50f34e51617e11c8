package dev.orders.redis;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * The time between two tries of a request, or two looks, which is over early when the connection is
 * back. Thread-safe, as far as its random numbers are.
 */
final class Intermission {

  private static final int SHORTEST_MILLIS = 10;
  private static final int FIRST_CEILING_MILLIS = 100;
  private static final int LONGEST_MILLIS = 1_000;

  private final RandomGenerator random;
  private volatile CountDownLatch end = new CountDownLatch(1);

  Intermission(RandomGenerator random) {
    this.random = random;
  }

  /**
   * Waits: full jitter, below 100 ms at first and below a second from the fifth time on.
   *
   * @param tries how often the request has been tried, from 1
   */
  void await(int tries) throws InterruptedException {
    int ceiling = Math.min(LONGEST_MILLIS, FIRST_CEILING_MILLIS << Math.min(tries - 1, 4));
    end.await(random.nextLong(SHORTEST_MILLIS, ceiling), TimeUnit.MILLISECONDS);
  }

  /**
   * Waits for a time between these two, both in milliseconds, for whoever looks again and again.
   */
  void await(long least, long most) throws InterruptedException {
    end.await(random.nextLong(least, most + 1), TimeUnit.MILLISECONDS);
  }

  /** Lets everybody go on who waits now. */
  synchronized void end() {
    CountDownLatch ended = end;
    end = new CountDownLatch(1);
    ended.countDown();
  }
}
