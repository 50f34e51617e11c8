package dev.orders.worker;

import dev.orders.queue.Broker.Beat;
import dev.orders.queue.Broker.Lease;
import dev.orders.queue.WorkerInfo;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the worker and its leases alive: a beat every third of the lease.
 *
 * <ol>
 *   <li>The first beat registers the worker, before anything is fetched.
 *   <li>Each beat names what is in hand and has not ended; OK prolongs it.
 *   <li>LOST: the attempt is stopped, and never settled.
 *   <li>CANCELLED: the attempt is stopped, and settled as revoked once its handler has ended,
 *       unless that had succeeded before.
 *   <li>UNKNOWN: nothing is prolonged, and the next beat asks again.
 *   <li>A beat that fails is tried again soon. The last act takes the worker off the list.
 * </ol>
 *
 * <p>An attempt may end while its beat is under way, so that the answer reads LOST: an attempt that
 * has ended cannot be halted any more, and the answer falls flat.
 */
final class Heart implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Heart.class);

  private final Site site;
  private final WorkerInfo self;
  private final Hands hands;
  private final Finisher finisher;
  private final Outage outage;
  private final Waiter waiter = new Waiter();
  private volatile boolean stopped;

  Heart(Site site, WorkerInfo self, Hands hands, Finisher finisher) {
    this.site = site;
    this.self = self;
    this.hands = hands;
    this.finisher = finisher;
    this.outage = site.outage("keep leases alive");
  }

  /** One beat on the calling thread, whose trouble is the caller's: for the first one. */
  void beat() {
    List<RunningAttempt> held = hands.live();
    List<Lease> leases = held.stream().map(RunningAttempt::lease).toList();
    long sentAt = site.clock().now();
    List<Beat> beats = site.broker().heartbeat(selfNow(held), leases, site.options().lease());
    for (int i = 0; i < held.size(); i++) {
      heed(held.get(i), beats.get(i), sentAt);
    }
  }

  /** Asks for a beat now. */
  void quicken() {
    waiter.wake();
  }

  /** Ends after the beat under way. */
  void stop() {
    stopped = true;
    waiter.wake();
  }

  @Override
  public void run() {
    Duration pause = interval();
    while (!stopped) {
      waiter.await(pause);
      pause = stopped ? pause : tryBeat();
    }
    deregister();
  }

  private Duration tryBeat() {
    try {
      beat();
      outage.over();
      return interval();
    } catch (RuntimeException | Error e) {
      return outage.trouble(e);
    }
  }

  private void heed(RunningAttempt attempt, Beat beat, long sentAt) {
    if (beat == Beat.LOST) {
      stop(attempt, Lifeline.Halt.LOST);
      return;
    }
    if (beat == Beat.UNKNOWN) {
      return;
    }
    attempt.renewed(sentAt);
    if (beat == Beat.CANCELLED) {
      stop(attempt, Lifeline.Halt.CANCELLED);
    }
  }

  private void stop(RunningAttempt attempt, Lifeline.Halt why) {
    attempt.life().halt(why);
    finisher.callOff(attempt, why);
  }

  private void deregister() {
    try {
      site.broker().deregister(self.id());
    } catch (RuntimeException | Error e) {
      LOG.debug("could not take this worker off the list; its entry will expire", e);
    }
  }

  private WorkerInfo selfNow(List<RunningAttempt> held) {
    return new WorkerInfo(
        self.id(),
        self.host(),
        self.pid(),
        self.queues(),
        self.concurrency(),
        self.startedAt(),
        held.stream()
            .filter(one -> one.life().isRunning())
            .map(one -> one.delivery().id())
            .toList(),
        null);
  }

  private Duration interval() {
    return site.options().lease().dividedBy(3);
  }
}
