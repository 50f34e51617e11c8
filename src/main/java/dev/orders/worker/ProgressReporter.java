package dev.orders.worker;

import dev.orders.queue.Broker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes progress, best effort. A report only puts a number into a map, so a handler never waits;
 * one thread writes the newest number of each task, all in one call, at most every 100 ms. What
 * cannot be written is forgotten: the next report or the settlement says more.
 */
final class ProgressReporter implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(ProgressReporter.class);
  private static final Duration APART = Duration.ofMillis(100);
  private static final Duration IDLE = Duration.ofMinutes(1);

  private final Broker broker;
  private final Map<Broker.Lease, Integer> newest = new ConcurrentHashMap<>();
  private final Waiter work = new Waiter();
  private final Waiter pause = new Waiter();
  private volatile boolean stopped;

  ProgressReporter(Broker broker) {
    this.broker = broker;
  }

  /** Takes note of how far a delivery is; values outside 0 to 100 are brought inside. */
  void report(Broker.Lease lease, int percent) {
    newest.put(lease, Math.max(0, Math.min(100, percent)));
    work.wake();
  }

  /** The delivery has ended: nobody needs its progress any more. */
  void forget(Broker.Lease lease) {
    newest.remove(lease);
  }

  void stop() {
    stopped = true;
    work.wake();
    pause.wake();
  }

  @Override
  public void run() {
    while (!stopped) {
      work.await(IDLE);
      write();
      pause.await(APART);
    }
  }

  @SuppressWarnings("ModifyCollectionInEnhancedForLoop") // The map is concurrent and allows it.
  private void write() {
    List<Broker.Report> reports = new ArrayList<>();
    for (Broker.Lease lease : newest.keySet()) {
      Integer percent = newest.remove(lease);
      if (percent != null) {
        reports.add(new Broker.Report(lease.task(), lease.delivery(), percent));
      }
    }
    if (!reports.isEmpty()) {
      send(reports);
    }
  }

  private void send(List<Broker.Report> reports) {
    try {
      broker.progress(reports);
    } catch (RuntimeException | Error e) {
      LOG.debug("progress of {} tasks was not written", reports.size(), e);
    }
  }
}
