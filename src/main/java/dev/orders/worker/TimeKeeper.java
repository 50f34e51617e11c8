package dev.orders.worker;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets no task run for longer than it may.
 *
 * <ol>
 *   <li>One that is overdue is interrupted, and its socket closed; it then fails as any other does,
 *       unless it succeeds all the same.
 *   <li>A handler that ignores that as well is given up: its task fails, its thread is replaced,
 *       and whatever it does later changes nothing.
 * </ol>
 */
final class TimeKeeper implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(TimeKeeper.class);
  private static final Duration TO_OBEY = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
  private static final int LOOKS_A_LIMIT = 10;

  private final Hands hands;
  private final Finisher finisher;
  private final Slots slots;
  private final LeaseClock clock;
  private final Duration limit;
  private final Waiter waiter = new Waiter();
  private volatile boolean stopped;

  TimeKeeper(Hands hands, Finisher finisher, Slots slots, LeaseClock clock, Duration limit) {
    this.hands = hands;
    this.finisher = finisher;
    this.slots = slots;
    this.clock = clock;
    this.limit = limit;
  }

  void stop() {
    stopped = true;
    waiter.wake();
  }

  @Override
  public void run() {
    Duration pause = least(LONGEST_PAUSE, limit.dividedBy(LOOKS_A_LIMIT));
    while (!stopped) {
      waiter.await(pause);
      hands.live().stream().filter(attempt -> attempt.life().isRunning()).forEach(this::tryLook);
    }
  }

  /**
   * Whatever goes wrong with one attempt, the others keep their limits, and it is looked at again.
   */
  private void tryLook(RunningAttempt attempt) {
    try {
      look(attempt);
    } catch (RuntimeException | Error e) {
      LOG.error("the time limit of {} could not be kept this time", attempt.delivery().id(), e);
    }
  }

  private void look(RunningAttempt attempt) {
    Duration overdue = clock.since(attempt.begunAt()).minus(limit);
    if (overdue.isNegative()) {
      return;
    }
    attempt.life().halt(Lifeline.Halt.OVERDUE);
    Lifeline.Halt halt = attempt.life().halted();
    boolean isDeaf = overdue.compareTo(least(TO_OBEY, limit)) > 0;
    if (isDeaf && halt != null && finisher.giveUp(attempt, halt)) {
      LOG.error(
          "{} ran past its time limit and ignores the interrupt: its handler is given up, its"
              + " thread replaced",
          attempt.delivery().id());
      slots.replaceThreadOf(attempt);
    }
  }

  private static Duration least(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
