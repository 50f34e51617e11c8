package dev.orders.worker;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of a worker, in bounded time whatever the broker and the handlers do.
 *
 * <ol>
 *   <li>Fetch no more. What no handler has begun goes back at once.
 *   <li>Wait for running handlers and their settlement, as long as the grace, or until hurried.
 *   <li>Stop the rest, and wait a second for them to obey; a success in that time counts.
 *   <li>Give back those that did not, without a penalty, and wait two seconds for the settlements.
 *   <li>Stop all actors, and deregister.
 * </ol>
 *
 * What cannot be settled by then stays under its lease, and comes back when that is over.
 */
final class Ending implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Ending.class);
  private static final Duration TO_OBEY = Duration.ofSeconds(1);
  private static final Duration TO_SETTLE = Duration.ofSeconds(2);
  private static final Duration TO_LEAVE = Duration.ofMillis(200);

  private final Duration grace;
  private final Crew crew;
  private final Runnable whenEnded;
  private volatile boolean hurried;

  /**
   * Who is to end.
   *
   * @param fetching the thread of the fetch loop; null when it never started
   * @param others the threads of settler, progress, time keeper and heart
   */
  record Crew(
      FetchLoop fetch,
      Slots slots,
      Hands hands,
      Finisher finisher,
      Settler settler,
      ProgressReporter progress,
      TimeKeeper timeKeeper,
      Heart heart,
      @Nullable Actor fetching,
      List<Actor> others) {}

  Ending(Duration grace, Crew crew, Runnable whenEnded) {
    this.grace = grace;
    this.crew = crew;
    this.whenEnded = whenEnded;
  }

  /** The grace is over. */
  void hurry() {
    hurried = true;
    crew.hands().wakeWaiting();
  }

  @Override
  public void run() {
    try {
      takeNoMore();
      crew.hands().awaitEmpty(grace, () -> hurried);
      stopTheRest();
      stopActors();
    } finally {
      whenEnded.run();
    }
  }

  private void takeNoMore() {
    crew.fetch().stop();
    crew.slots().close();
    // What a fetch under way still brings is given back as well: wait for it to be in hand.
    Actor fetching = crew.fetching();
    if (fetching != null) {
      fetching.awaitEnd(TO_OBEY);
    }
  }

  private void stopTheRest() {
    crew.hands().live().forEach(attempt -> attempt.life().halt(Lifeline.Halt.STOPPED));
    crew.hands().awaitEmpty(TO_OBEY, () -> false);
    crew.hands().live().forEach(attempt -> crew.finisher().giveUp(attempt, Lifeline.Halt.STOPPED));
    crew.hands().awaitEmpty(TO_SETTLE, () -> false);
    if (!crew.hands().isEmpty()) {
      LOG.warn("{} tasks stay under their leases, then run again", crew.hands().size());
    }
  }

  /** The heart first: its last act is the deregistration. */
  private void stopActors() {
    crew.heart().stop();
    crew.settler().stop();
    crew.progress().stop();
    crew.timeKeeper().stop();
    crew.slots().shutdown();
    crew.others().forEach(actor -> actor.awaitEnd(TO_LEAVE));
  }
}
