package dev.orders.redis;

import io.lettuce.core.RedisFuture;
import java.time.Duration;

/** How a thread waits for the answer to what it has sent. */
interface Awaiting {

  /**
   * Waits for an answer at most so long; the exception is the cause, not its wrapper.
   *
   * @throws InterruptedException when the thread was interrupted
   */
  <T> T await(RedisFuture<T> answer, Duration atMost) throws Exception;
}
