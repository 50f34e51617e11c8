package dev.orders.http;

import dev.orders.queue.BrokerException;
import dev.orders.queue.BrokerException.Reason;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Spares clients the wait while Redis is away: once a request has waited in vain, only one at a
 * time still tries, and the others are told at once. The first one that Redis answers opens the
 * gate. A trial that ends in a refusal may not have asked Redis at all, so that Redis is then
 * asked.
 */
final class RedisGate {

  private final AtomicBoolean isTrying = new AtomicBoolean();
  private final Runnable question;
  private volatile boolean isShut;

  /**
   * @param question asks Redis something; a {@link BrokerException} when it does not answer
   */
  RedisGate(Runnable question) {
    this.question = question;
  }

  /** Work that needs Redis. */
  @FunctionalInterface
  interface Work<T, E extends Exception> {
    T run() throws E;
  }

  /** Does the work, or throws a {@link BrokerException} (UNREACHABLE) without trying. */
  <T, E extends Exception> T pass(Work<T, E> work) throws E {
    boolean isTrial = isShut;
    if (isTrial && !isTrying.compareAndSet(false, true)) {
      throw new BrokerException(Reason.UNREACHABLE, "Redis was not there a moment ago", null);
    }
    try {
      T result = work.run();
      isShut = false;
      return result;
    } catch (BrokerException e) {
      isShut = e.reason() == Reason.UNREACHABLE;
      throw e;
    } catch (Exception e) {
      if (isTrial) {
        isShut = !answers();
      }
      throw e;
    } finally {
      if (isTrial) {
        isTrying.set(false);
      }
    }
  }

  private boolean answers() {
    try {
      question.run();
      return true;
    } catch (BrokerException e) {
      return e.reason() != Reason.UNREACHABLE;
    }
  }

  /** The endpoint behind this gate. */
  Endpoint before(Endpoint endpoint) {
    return request -> pass(() -> endpoint.answer(request));
  }
}
