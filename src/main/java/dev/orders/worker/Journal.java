package dev.orders.worker;

import dev.orders.queue.Settlement.Failed;
import dev.orders.queue.Settlement.Outcome;
import dev.orders.queue.Settlement.Released;
import dev.orders.queue.Settlement.Retried;
import dev.orders.queue.Settlement.Revoked;
import dev.orders.queue.Settlement.Succeeded;
import dev.orders.queue.Settlement.Verdict;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one line for each task that has ended, and counts them. Ids and errors only: no personal
 * data. Thread-safe.
 */
final class Journal {

  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

  private final Map<Class<?>, LongAdder> settled = new ConcurrentHashMap<>();
  private final LongAdder stale = new LongAdder();

  /** The broker has answered. */
  void settled(Finished finished, Verdict verdict) {
    switch (verdict) {
      case OK, DUPLICATE -> stands(finished);
      case BURIED -> stands(finished.buried());
      case REVOKED -> stands(finished.revoked());
      case STALE, GONE -> {
        stale.increment();
        LOG.debug("{} was settled too late: {}", finished.attempt().delivery().id(), verdict);
      }
    }
  }

  private void stands(Finished finished) {
    count(finished.outcome().getClass()).increment();
    if (LOG.isInfoEnabled()) {
      write(finished);
    }
  }

  /** The lease was lost: nothing is settled. */
  void lost(RunningAttempt attempt) {
    stale.increment();
    LOG.info("{} lost: its lease is somebody else's", attempt.delivery().id());
  }

  WorkerCounts counts() {
    return new WorkerCounts(
        count(Succeeded.class).sum(),
        count(Failed.class).sum(),
        count(Retried.class).sum(),
        count(Revoked.class).sum(),
        count(Released.class).sum(),
        stale.sum());
  }

  private LongAdder count(Class<?> outcome) {
    return settled.computeIfAbsent(outcome, any -> new LongAdder());
  }

  private static void write(Finished finished) {
    LOG.info(
        "{} {} (attempt {})",
        finished.attempt().delivery().id(),
        told(finished.outcome(), span(finished.took())),
        finished.attempt().delivery().number());
  }

  private static String told(Outcome outcome, String took) {
    if (outcome instanceof Succeeded) {
      return "SUCCESS in " + took;
    }
    if (outcome instanceof Retried retried) {
      return "RETRY in " + span(retried.delay()) + " after " + took + ": " + retried.error();
    }
    if (outcome instanceof Failed failed) {
      return "FAILURE after " + took + ": " + failed.error();
    }
    return outcome instanceof Revoked ? "REVOKED after " + took : "given back";
  }

  private static String span(Duration span) {
    return span.toSeconds() < 10 ? span.toMillis() + " ms" : span.toSeconds() + " s";
  }
}
