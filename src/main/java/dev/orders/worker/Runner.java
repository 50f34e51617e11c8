package dev.orders.worker;

import dev.orders.queue.Settlement.Outcome;
import dev.orders.queue.TaskResult;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs one attempt on the calling thread, whatever the handler does. */
final class Runner {

  private final Handlers handlers;
  private final Outcomes outcomes;
  private final Finisher finisher;
  private final Appetite appetite;
  private final LeaseClock clock;

  Runner(
      Handlers handlers,
      Outcomes outcomes,
      Finisher finisher,
      Appetite appetite,
      LeaseClock clock) {
    this.handlers = handlers;
    this.outcomes = outcomes;
    this.finisher = finisher;
    this.appetite = appetite;
    this.clock = clock;
  }

  /** Runs it, unless it was called off before; leaves no interrupt behind on the thread. */
  void run(RunningAttempt attempt) {
    Lifeline life = attempt.life();
    attempt.begins(clock.now()); // first, or a look at a run just begun would find it overdue
    if (life.begin()) {
      carryOut(attempt);
      return;
    }
    Lifeline.Halt halt = life.halted();
    if (halt != null) {
      finisher.callOff(attempt, halt);
    }
  }

  private void carryOut(RunningAttempt attempt) {
    Ended ended = handle(attempt);
    // From its end on an attempt can be neither halted nor interrupted: what clears the interrupt
    // and reads the halt after it cannot miss a late one.
    boolean ours = attempt.life().end();
    Thread.interrupted();
    Duration took = clock.since(attempt.begunAt());
    appetite.ran(took);
    if (ours) {
      finisher.finish(attempt, ended.under(attempt.life().halted()), took);
    }
  }

  private Ended handle(RunningAttempt attempt) {
    try {
      TaskResult result = handlers.handle(attempt);
      return halt -> outcomes.succeeded(halt, result);
    } catch (Throwable e) { // an Error of a handler, a stack overflow say, is that task's failure
      return halt -> outcomes.failed(attempt.delivery(), halt, e);
    }
  }

  /** What comes of a handler that has ended, once it is known whether it had been halted. */
  private interface Ended {
    Optional<Outcome> under(Lifeline.@Nullable Halt halt);
  }
}
