package dev.orders.worker;

import dev.orders.queue.Broker.Fetched;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes tasks.
 *
 * <ol>
 *   <li>Ask how many can start within 50 ms; if none, wait until a thread is free.
 *   <li>If what was taken has waited a second for a thread all the same, give it back: an idle
 *       worker finds it in the queue.
 *   <li>Fetch that many, each time beginning with another queue, so that a full one starves none. A
 *       damaged queue is passed over, and told of.
 *   <li>If nothing came, wait for work: for the wake marker, at most a second, at most until the
 *       next delayed task is due.
 *   <li>If the broker is in trouble, wait a little longer each time; then ask the same queues
 *       again, for the lost answer may still be there.
 *   <li>In burst mode, end when nothing is in hand and nothing came.
 * </ol>
 */
final class FetchLoop implements Runnable {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
  private static final Duration SHORTEST_WAIT = Duration.ofMillis(10);

  private final Site site;
  private final Slots slots;
  private final Hands hands;
  private final Crew crew;
  private final Outage fetching;
  private final Outage waiting;
  private final Detour detour = new Detour();
  private final List<String> queues;
  private final Waiter pause = new Waiter();
  private @Nullable Long unanswered;
  private @Nullable Thread idle;
  private volatile boolean stopped;

  /**
   * Whom the loop works with.
   *
   * @param settler while it is stuck, nothing is taken
   * @param heart beats as soon as a trouble is over
   * @param appetite says how many to take
   * @param waiter woken when a thread is free or a task settled
   * @param drained told when a burst has nothing left
   */
  record Crew(Settler settler, Heart heart, Appetite appetite, Waiter waiter, Runnable drained) {}

  FetchLoop(Site site, Slots slots, Hands hands, Crew crew) {
    this.site = site;
    this.slots = slots;
    this.hands = hands;
    this.crew = crew;
    this.fetching = site.outage("fetch tasks");
    this.waiting = site.outage("wait for new tasks");
    this.queues = new ArrayList<>(site.options().queues());
  }

  /** Ends after the fetch under way, which is never cut off: its answer would be lost. */
  void stop() {
    stopped = true;
    crew.waiter().wake();
    pause.wake();
    synchronized (this) {
      if (idle != null) {
        idle.interrupt();
      }
    }
  }

  @Override
  public void run() {
    while (!stopped) {
      try {
        round();
      } catch (RuntimeException | Error e) {
        recover(fetching, e);
      }
    }
  }

  private void round() {
    giveBackWhatWaitsInVain();
    int want = crew.settler().isStuck() ? 0 : crew.appetite().want(slots.load());
    if (want == 0) {
      crew.waiter().await(LONGEST_WAIT);
      return;
    }
    boolean nothingInHand = hands.isEmpty();
    Fetched fetched = fetch(want);
    if (fetched.deliveries().isEmpty()) {
      rest(fetched.nextDue(), nothingInHand);
    }
  }

  private void giveBackWhatWaitsInVain() {
    Duration stall = slots.stall();
    if (stall.compareTo(LONGEST_WAIT) >= 0) {
      crew.appetite().runsFor(stall); // first, or the next fetch would bring it all back
      slots.giveBackWaiting();
    }
  }

  private Fetched fetch(int want) {
    long sentAt = firstAsked();
    Fetched fetched =
        site.broker().fetch(site.options().id(), List.copyOf(queues), want, site.options().lease());
    fetched.deliveries().forEach(delivery -> slots.take(delivery, sentAt));
    detour.round(fetched.damaged());
    unanswered = null;
    if (fetching.isOn()) {
      fetching.over();
      crew.heart().quicken();
    }
    Collections.rotate(queues, -1);
    return fetched;
  }

  /**
   * When this request was first sent: the answer to a repeated one may bring tasks whose lease has
   * run since the first try. The quickened heart then finds out what is still ours.
   */
  private long firstAsked() {
    if (unanswered == null) {
      unanswered = site.clock().now();
    }
    return unanswered;
  }

  private void rest(Duration nextDue, boolean nothingInHand) {
    Duration wait = clamp(nextDue);
    if (!site.options().burst()) {
      awaitWork(wait);
    } else if (nothingInHand) {
      stopped = true;
      crew.drained().run();
    } else {
      crew.waiter().await(wait); // a settled task may have left another in its place
    }
  }

  /** Waits at the broker; a stop interrupts this wait, and nothing else this thread does. */
  private void awaitWork(Duration wait) {
    synchronized (this) {
      if (stopped) {
        return;
      }
      idle = Thread.currentThread();
    }
    try {
      site.broker().awaitWork(List.copyOf(queues), wait);
      waiting.over();
    } catch (RuntimeException e) {
      recover(waiting, e);
    } finally {
      busyAgain();
    }
  }

  private synchronized void busyAgain() {
    idle = null;
    Thread.interrupted();
  }

  private void recover(Outage outage, Throwable trouble) {
    if (!stopped) {
      pause.await(outage.trouble(trouble));
    }
  }

  private static Duration clamp(Duration wait) {
    Duration atMost = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    return atMost.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : atMost;
  }
}
