package dev.orders.http;

import dev.orders.queue.BrokerException;
import dev.orders.queue.BrokerException.Reason;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Spares clients the wait while Redis is away: once a request has waited in vain, only one at a
 * time still tries, and the others are told at once. The first one that succeeds opens the gate.
 */
final class RedisGate {

  private final AtomicBoolean isTrying = new AtomicBoolean();
  private volatile boolean isShut;

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
    } finally {
      if (isTrial) {
        isTrying.set(false);
      }
    }
  }

  /** The endpoint behind this gate. */
  Endpoint before(Endpoint endpoint) {
    return request -> pass(() -> endpoint.answer(request));
  }
}
