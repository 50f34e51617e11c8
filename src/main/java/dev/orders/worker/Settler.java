package dev.orders.worker;

import dev.orders.queue.Settlement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settles what has ended.
 *
 * <ol>
 *   <li>Results pile up while one call is under way; the next call takes all of them, up to 200.
 *   <li>What the broker has answered, whatever it said, is out of this worker's hands.
 *   <li>When the broker cannot be asked, results stay and are tried again, one alone at first, so
 *       that one bad result cannot hold up the others for long.
 *   <li>A result whose lease is over is dropped: somebody else does the task again.
 * </ol>
 */
final class Settler implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Settler.class);
  private static final Duration IDLE = Duration.ofMinutes(1);

  private final Site site;
  private final Hands hands;
  private final Journal journal;
  private final Outage outage;
  private final Queue<Finished> queue = new ConcurrentLinkedQueue<>();
  private final Waiter waiter = new Waiter();
  private final Waiter pause = new Waiter();
  private int most = Appetite.MOST;
  private volatile boolean stuck;
  private volatile boolean stopped;

  Settler(Site site, Hands hands, Journal journal) {
    this.site = site;
    this.hands = hands;
    this.journal = journal;
    this.outage = site.outage("settle tasks");
  }

  /** Hands over a result; returns at once. */
  void settle(Finished finished) {
    queue.add(finished);
    waiter.wake();
  }

  /** True when results cannot be settled just now: not the time to take more tasks. */
  boolean isStuck() {
    return stuck;
  }

  /** Ends after the call under way; what is not settled by then stays under its lease. */
  void stop() {
    stopped = true;
    waiter.wake();
    pause.wake();
  }

  @Override
  public void run() {
    while (!stopped) {
      List<Finished> batch = next();
      if (batch.isEmpty()) {
        waiter.await(IDLE);
      } else {
        settle(batch);
      }
    }
  }

  private List<Finished> next() {
    List<Finished> batch = new ArrayList<>();
    Finished one;
    while (batch.size() < most && (one = queue.poll()) != null) {
      batch.add(one);
    }
    return batch;
  }

  private void settle(List<Finished> batch) {
    try {
      List<Settlement> settlements = batch.stream().map(Finished::settlement).toList();
      answered(batch, site.broker().settle(site.options().id(), settlements));
    } catch (RuntimeException | Error e) {
      keep(batch, e);
    }
  }

  private void answered(List<Finished> batch, List<Settlement.Verdict> verdicts) {
    outage.over();
    stuck = false;
    most = Math.min(Appetite.MOST, most * 2);
    for (int i = 0; i < batch.size(); i++) {
      journal.settled(batch.get(i), verdicts.get(i));
      hands.drop(batch.get(i).attempt());
    }
  }

  private void keep(List<Finished> batch, Throwable trouble) {
    most = 1;
    batch.forEach(this::keepOrDrop);
    stuck = !queue.isEmpty(); // with nothing left to try there is nothing to wait for
    pause.await(outage.trouble(trouble));
  }

  private void keepOrDrop(Finished finished) {
    if (site.clock().isOver(finished.attempt().leasedAt())) {
      LOG.warn("{} ended but could not be settled in time", finished.attempt().delivery().id());
      hands.drop(finished.attempt());
    } else {
      queue.add(finished);
    }
  }
}
