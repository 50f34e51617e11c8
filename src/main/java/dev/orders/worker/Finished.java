package dev.orders.worker;

import dev.orders.queue.Settlement;
import java.time.Duration;

/**
 * An attempt that has ended and is to be settled.
 *
 * @param attempt the attempt
 * @param outcome how it ended
 * @param took how long its handler ran; zero when it never did
 */
record Finished(RunningAttempt attempt, Settlement.Outcome outcome, Duration took) {

  Settlement settlement() {
    return new Settlement(attempt.delivery().id(), attempt.delivery().number(), outcome);
  }
}
