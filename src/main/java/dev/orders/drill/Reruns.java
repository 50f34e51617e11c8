package dev.orders.drill;

import dev.orders.queue.PastAttempt;
import dev.orders.queue.PastAttempt.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads in the orders' timelines which tasks ran more than once, and how long they had to wait. */
final class Reruns {

  private final Map<String, Instant> kills;
  private final List<Duration> waits = new ArrayList<>();
  private long executedAgain;

  /**
   * @param kills when which worker was killed, by name
   */
  Reruns(Map<String, Instant> kills) {
    this.kills = kills;
  }

  /** Takes a look at all past attempts at one task, oldest first. */
  void look(List<PastAttempt> trail) {
    if (trail.stream().filter(Reruns::mayHaveRun).count() > 1) {
      executedAgain++;
    }
    for (int i = 0; i + 1 < trail.size(); i++) {
      wait(trail.get(i), trail.get(i + 1)).ifPresent(waits::add);
    }
  }

  private static boolean mayHaveRun(PastAttempt attempt) {
    return attempt.outcome() != Outcome.RELEASED && attempt.outcome() != Outcome.REVOKED;
  }

  private Optional<Duration> wait(PastAttempt attempt, PastAttempt next) {
    Instant killedAt = kills.get(FaultInjector.nameOf(attempt.worker()));
    Instant started = next.started();
    if (attempt.outcome() != Outcome.LOST || killedAt == null || started == null) {
      return Optional.empty();
    }
    return Optional.of(Duration.between(killedAt, started)).filter(wait -> !wait.isNegative());
  }

  /** How many tasks may have run more than once. */
  long executedAgain() {
    return executedAgain;
  }

  /** From the kill of a worker to the next start of what it held. */
  RecoveryTimes recovery() {
    return RecoveryTimes.of(waits);
  }
}
