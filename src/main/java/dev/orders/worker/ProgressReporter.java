package dev.orders.worker;

import dev.orders.queue.Broker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes progress and logs, best effort. A report only puts a number into a map, and a fact only
 * into a list, so a handler never waits; one thread writes the newest number of each task and all
 * facts in one call, at most every 100 ms. What cannot be written is forgotten: the next report or
 * the settlement says more.
 */
final class ProgressReporter implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(ProgressReporter.class);
  private static final Duration APART = Duration.ofMillis(100);
  private static final Duration IDLE = Duration.ofMinutes(1);

  private final String worker;
  private final Broker broker;
  private final Map<Broker.Lease, Integer> newest = new ConcurrentHashMap<>();
  private final Notebook notebook = new Notebook();
  private final Waiter work = new Waiter();
  private final Waiter pause = new Waiter();
  private volatile boolean stopped;

  /**
   * @param worker whose progress it is
   */
  ProgressReporter(String worker, Broker broker) {
    this.worker = worker;
    this.broker = broker;
  }

  /** Takes note of how far a delivery is; values outside 0 to 100 are brought inside. */
  void report(Broker.Lease lease, int percent) {
    newest.put(lease, Math.max(0, Math.min(100, percent)));
    work.wake();
  }

  /** Takes note of a fact for a delivery's log. */
  void log(Broker.Lease lease, String fact, Object value) {
    notebook.add(lease, fact, value);
    work.wake();
  }

  /** The delivery has ended: nobody needs its progress any more. Its log is still written. */
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
    write(); // what was logged last
  }

  private void write() {
    Map<Broker.Lease, List<Broker.Note>> notes = notebook.take();
    Set<Broker.Lease> news = new LinkedHashSet<>(notes.keySet());
    news.addAll(newest.keySet());
    List<Broker.Report> reports = new ArrayList<>();
    for (Broker.Lease lease : news) {
      Integer percent = newest.remove(lease);
      List<Broker.Note> logged = notes.getOrDefault(lease, List.of());
      if (percent != null || !logged.isEmpty()) {
        reports.add(new Broker.Report(lease.task(), lease.delivery(), percent, logged));
      }
    }
    if (!reports.isEmpty()) {
      send(reports);
    }
  }

  private void send(List<Broker.Report> reports) {
    try {
      broker.progress(worker, reports);
    } catch (RuntimeException | Error e) {
      LOG.debug("progress or log of {} tasks was not written", reports.size(), e);
    }
  }
}
