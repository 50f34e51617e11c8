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
 *   <li>If less came than was asked for, the next fetch waits for work: for the wake marker, at
 *       most a second and a tenth of the lease, which counts from before the wait, at most until
 *       the next delayed task is due.
 *   <li>If the broker is in trouble, wait a little longer each time; then send the same request for
 *       no tasks, for the lost answer may still be there, and ask plainly after that.
 *   <li>In burst mode, end when nothing is in hand and nothing came.
 *   <li>At the end, bring in what was taken by fetches whose answers are lost.
 * </ol>
 */
final class FetchLoop implements Runnable {

  /**
   * As many as a fetch takes back from the dead, or promotes, in one queue. One that brought so
   * many may have left more of them, so the next does not wait.
   */
  private static final int FEW = 50;

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
  private static final Duration SHORTEST_WAIT = Duration.ofMillis(10);

  private final Site site;
  private final Slots slots;
  private final Hands hands;
  private final Crew crew;
  private final Outage fetching;
  private final Detour detour = new Detour();
  private final List<String> queues;
  private final Waiter pause = new Waiter();
  private final IdleWait idle = new IdleWait();
  private Duration wait = Duration.ZERO;
  private @Nullable Long unanswered;
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
    this.queues = new ArrayList<>(site.options().queues());
  }

  /** Ends after the fetch under way, which is never cut off: its answer would be lost. */
  void stop() {
    stopped = true;
    crew.waiter().wake();
    pause.wake();
    idle.end();
  }

  @Override
  public void run() {
    while (!stopped) {
      try {
        round();
      } catch (RuntimeException | Error e) {
        recover(e);
      }
    }
    new Recall(site, slots).of(queues);
  }

  private void round() {
    giveBackWhatWaitsInVain();
    int want = crew.settler().isStuck() ? 0 : crew.appetite().want(slots.load());
    if (want == 0) {
      wait = Duration.ZERO;
      crew.waiter().await(LONGEST_WAIT);
      return;
    }
    boolean nothingInHand = hands.isEmpty();
    // A request that waits may be waiting still, behind a line that is dead. Repeated for no tasks
    // it brings what it has taken, and takes none later. Then this asks plainly: the line to wait
    // on may stay dead while the other one is sound.
    boolean isRepeated = unanswered != null && !site.options().burst();
    Fetched fetched = fetch(isRepeated ? 0 : want);
    if (!isRepeated) {
      rest(fetched, want, nothingInHand);
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
    Fetched fetched = ask(want);
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

  private Fetched ask(int want) {
    Duration first = wait;
    wait = Duration.ZERO; // what got no answer is asked again at once
    WorkerOptions options = site.options();
    List<String> some = List.copyOf(queues);
    Fetched waited =
        first.isZero()
            ? null
            : idle.during(
                () -> site.broker().awaitWork(options.id(), some, want, options.lease(), first));
    return waited != null
        ? waited
        : site.broker().fetch(options.id(), some, stopped ? 0 : want, options.lease());
  }

  private void rest(Fetched fetched, int want, boolean nothingInHand) {
    Duration rest = clamp(fetched.nextDue());
    int came = fetched.deliveries().size();
    if (!site.options().burst()) {
      wait = came < Math.min(want, FEW) ? rest : Duration.ZERO;
    } else if (came == 0 && nothingInHand) {
      stopped = true;
      crew.drained().run();
    } else if (came == 0) {
      crew.waiter().await(rest); // a settled task may have left another in its place
    }
  }

  private void recover(Throwable trouble) {
    if (!stopped) {
      pause.await(fetching.trouble(trouble));
    }
  }

  private Duration clamp(Duration nextDue) {
    Duration aTenth = site.options().lease().dividedBy(10);
    Duration shortest = Collections.min(List.of(nextDue, LONGEST_WAIT, aTenth));
    return Collections.max(List.of(shortest, SHORTEST_WAIT));
  }
}
