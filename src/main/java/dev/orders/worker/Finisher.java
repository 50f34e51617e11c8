package dev.orders.worker;

import dev.orders.queue.Settlement.Outcome;
import java.time.Duration;
import java.util.Optional;

/** Sends an attempt that has ended on its way: to be settled, or just out of our hands. */
final class Finisher {

  private final Outcomes outcomes;
  private final Settler settler;
  private final Hands hands;
  private final ProgressReporter progress;
  private final Journal journal;

  Finisher(
      Outcomes outcomes, Settler settler, Hands hands, ProgressReporter progress, Journal journal) {
    this.outcomes = outcomes;
    this.settler = settler;
    this.hands = hands;
    this.progress = progress;
    this.journal = journal;
  }

  /** Its handler ran and has stopped; called by whoever ended the attempt. */
  void finish(RunningAttempt attempt, Optional<Outcome> outcome, Duration took) {
    progress.forget(attempt.lease());
    outcome.ifPresentOrElse(
        how -> settler.settle(new Finished(attempt, how, took)), () -> lost(attempt));
  }

  /** It is not to run any more: unless a thread has begun it, it ends here. */
  void callOff(RunningAttempt attempt, Lifeline.Halt why) {
    if (attempt.life().endUnlessBegun()) {
      finish(attempt, outcomes.halted(attempt.delivery(), why), Duration.ZERO);
    }
  }

  /**
   * Its handler does not stop though it was told to: the attempt ends as it would have, and
   * whatever comes of the handler is ignored. True when it had not ended before.
   */
  boolean giveUp(RunningAttempt attempt, Lifeline.Halt why) {
    boolean ours = attempt.life().end();
    if (ours) {
      finish(attempt, outcomes.halted(attempt.delivery(), why), Duration.ZERO);
    }
    return ours;
  }

  private void lost(RunningAttempt attempt) {
    journal.lost(attempt);
    hands.drop(attempt);
  }
}
