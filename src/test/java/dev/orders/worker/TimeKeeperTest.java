package dev.orders.worker;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class TimeKeeperTest {

  private static final Duration LIMIT = Duration.ofSeconds(1);

  private final AtomicBoolean isInTrouble = new AtomicBoolean(true);
  private final LeaseClock clock = new LeaseClock(Duration.ofSeconds(30), this::ticks);
  private final Hands hands = new Hands(new Waiter());

  /** Fails once; then every attempt that began at 0 is overdue, but not yet deaf. */
  private long ticks() {
    if (isInTrouble.getAndSet(false)) {
      throw new StackOverflowError("provoked by a test");
    }
    return LIMIT.toNanos() * 3 / 2;
  }

  @Test
  @SuppressWarnings("NullAway") // who gives up a deaf attempt has nothing to do here
  void should_keep_limits_after_trouble_in_keeping_one() {
    StubBroker broker = new StubBroker();
    RunningAttempt attempt =
        new RunningAttempt(
            Deliveries.of("1-email", 1, 0),
            0,
            new RunningAttempt.Tools("w1", broker, clock, new ProgressReporter("w1", broker)));
    hands.take(attempt);
    Actor.start("handler", attempt.life()::begin).awaitEnd(Duration.ofSeconds(10));
    TimeKeeper keeper = new TimeKeeper(hands, null, null, clock, LIMIT);

    Actor.start("time", keeper);

    await().until(() -> attempt.life().halted() == Lifeline.Halt.OVERDUE);
    keeper.stop();
  }
}
