package dev.orders.worker;

import dev.orders.queue.AttemptAbandonedException;
import dev.orders.queue.Delivery;
import dev.orders.queue.PermanentFailureException;
import dev.orders.queue.RetryLaterException;
import dev.orders.queue.RetryPolicy;
import dev.orders.queue.Settlement.Failed;
import dev.orders.queue.Settlement.Outcome;
import dev.orders.queue.Settlement.Released;
import dev.orders.queue.Settlement.Retried;
import dev.orders.queue.Settlement.Revoked;
import dev.orders.queue.Settlement.Succeeded;
import dev.orders.queue.TaskResult;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a task when its handler has ended. Pure.
 *
 * @param policies the retry policy of a queue, by the queue's name
 * @param timeLimit how long a task may run
 * @param random spreads the retries; safe for use by several threads
 */
record Outcomes(
    Function<String, RetryPolicy> policies, Duration timeLimit, RandomGenerator random) {

  /** How a run ends that succeeded: it counts, though the task was cancelled meanwhile. */
  Optional<Outcome> succeeded(Lifeline.@Nullable Halt halt, TaskResult result) {
    return halt == Lifeline.Halt.LOST ? Optional.empty() : Optional.of(new Succeeded(result));
  }

  /**
   * How a failed run ends.
   *
   * @param halt why the run was told to stop; null when it was not
   * @return empty when there is nothing to settle, since the task is somebody else's
   */
  Optional<Outcome> failed(Delivery delivery, Lifeline.@Nullable Halt halt, Throwable failure) {
    // A handler that was told to stop may end with any exception: a closed socket, an interrupt.
    return halt != null ? halted(delivery, halt) : Optional.of(unhindered(delivery, failure));
  }

  /** How a run ends that was told to stop, or never begun. */
  Optional<Outcome> halted(Delivery delivery, Lifeline.Halt halt) {
    return switch (halt) {
      case CANCELLED -> Optional.of(new Revoked());
      case OVERDUE -> Optional.of(byPolicy(delivery, new TimeLimitException(timeLimit)));
      case STOPPED -> Optional.of(new Released());
      case LOST -> Optional.empty();
    };
  }

  private Outcome unhindered(Delivery delivery, Throwable failure) {
    if (failure instanceof AttemptAbandonedException) {
      // Its own clock stopped it. If the lease is over indeed, the broker refuses this as stale.
      return new Released();
    }
    if (failure instanceof PermanentFailureException) {
      return new Failed(ErrorText.of(failure));
    }
    return byPolicy(delivery, failure);
  }

  private Outcome byPolicy(Delivery delivery, Throwable failure) {
    String error = ErrorText.of(failure);
    RetryPolicy policy = policies.apply(delivery.queue());
    return policy
        .delayAfter(delivery.failures() + 1, random)
        .<Outcome>map(delay -> new Retried(error, atLeastAsAsked(delay, failure)))
        .orElseGet(() -> new Failed(error));
  }

  private static Duration atLeastAsAsked(Duration delay, Throwable failure) {
    if (failure instanceof RetryLaterException later && later.delay().compareTo(delay) > 0) {
      return later.delay();
    }
    return delay;
  }
}
