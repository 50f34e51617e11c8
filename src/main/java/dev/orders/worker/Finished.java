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

  /** The same as it is told when its success could not be written down. */
  Finished buried() {
    String why =
        "its success could not be written down; \"orders status %s\" says why"
            .formatted(attempt.delivery().id());
    return new Finished(attempt, new Settlement.Failed(why), took);
  }

  /** The same as it is told when its task had been cancelled. */
  Finished revoked() {
    return new Finished(attempt, new Settlement.Revoked(), took);
  }

  Settlement settlement() {
    return new Settlement(attempt.delivery().id(), attempt.delivery().number(), outcome);
  }
}
