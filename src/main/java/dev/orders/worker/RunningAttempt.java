package dev.orders.worker;

import dev.orders.queue.Attempt;
import dev.orders.queue.AttemptAbandonedException;
import dev.orders.queue.Broker;
import dev.orders.queue.Delivery;
import dev.orders.queue.Delivery.Effect;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One delivery in this worker's hands, from the fetch to its settlement. */
final class RunningAttempt implements Attempt {

  private static final Logger LOG = LoggerFactory.getLogger(RunningAttempt.class);

  private final Delivery delivery;
  private final Tools tools;
  private final Lifeline life = new Lifeline();
  private volatile long leasedAt;
  private volatile long begunAt;

  /** What every attempt of a worker uses. */
  record Tools(String worker, Broker broker, LeaseClock clock, ProgressReporter progress) {}

  /**
   * @param leasedAt the moment the fetch was sent, by the lease clock
   */
  RunningAttempt(Delivery delivery, long leasedAt, Tools tools) {
    this.delivery = delivery;
    this.leasedAt = leasedAt;
    this.tools = tools;
  }

  @Override
  public Delivery delivery() {
    return delivery;
  }

  @Override
  public void progress(int percent) {
    if (life.isLive()) {
      tools.progress().report(lease(), percent);
    }
  }

  @Override
  public void log(String fact, Object value) {
    if (life.isLive()) {
      tools.progress().log(lease(), fact, value);
    }
  }

  /** A halt may still come right after the check: what is left of the lease covers that moment. */
  @Override
  public void beforeEffect() throws AttemptAbandonedException {
    Lifeline.Halt halt = life.halted();
    if (halt != null) {
      throw new AttemptAbandonedException(
          "the attempt was " + halt.name().toLowerCase(Locale.ROOT));
    }
    if (!tools.clock().isSafe(leasedAt)) {
      throw new AttemptAbandonedException("the lease may be over");
    }
  }

  @Override
  public void effectBegins() throws AttemptAbandonedException {
    beforeEffect();
    if (!tools.broker().mark(tools.worker(), lease(), Effect.BEGUN)) {
      throw new AttemptAbandonedException("the lease is over, or somebody else has done it");
    }
  }

  @Override
  public void effectFailed() {
    life.undisturbed(() -> mark(Effect.NONE));
  }

  @Override
  public void effectDone() {
    life.undisturbed(() -> mark(Effect.DONE));
  }

  @Override
  public void onCancel(Runnable action) {
    life.onHalt(action);
  }

  Lifeline life() {
    return life;
  }

  Broker.Lease lease() {
    return new Broker.Lease(delivery.id(), delivery.number());
  }

  /** The lease counts from this moment now. */
  void renewed(long sentAt) {
    leasedAt = sentAt;
  }

  /** Its run begins at this moment. */
  void begins(long now) {
    begunAt = now;
  }

  /** When its run began; without meaning until then. */
  long begunAt() {
    return begunAt;
  }

  long leasedAt() {
    return leasedAt;
  }

  private void mark(Effect effect) {
    try {
      tools.broker().mark(tools.worker(), lease(), effect);
    } catch (RuntimeException e) {
      LOG.warn(
          "it could not be kept that the effect of {} is {}: {}",
          delivery.id(),
          effect,
          e.getMessage());
    }
  }
}
