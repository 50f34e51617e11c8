package dev.orders.redis;

import io.lettuce.core.RedisFuture;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** How a thread waits for the answer to what it has sent. */
interface Awaiting {

  /**
   * Waits for an answer at most so long; the exception is the cause, not its wrapper.
   *
   * @throws InterruptedException when the thread was interrupted
   */
  <T> T await(RedisFuture<T> answer, Duration atMost) throws Exception;

  /** Where other threads read the answers: waits as {@link #await} says. */
  static <T> T future(RedisFuture<T> answer, Duration atMost) throws Exception {
    try {
      return answer.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    } finally {
      answer.cancel(false);
    }
  }
}
