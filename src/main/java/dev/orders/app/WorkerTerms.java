package dev.orders.app;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants a worker to be.
 *
 * @param queues what it is bound to; at least one
 * @param concurrency how many tasks it runs at once, 1 to 1,000
 * @param name what its id begins with; null for the host's name
 * @param burst true to end when nothing is left
 */
public record WorkerTerms(
    List<String> queues, int concurrency, @Nullable String name, boolean burst) {

  private static final int MOST = 1_000;

  /** Refuses an unknown queue and a concurrency out of range with a {@link ProblemException}. */
  public WorkerTerms {
    queues = queues.stream().map(Operator::known).distinct().toList();
    if (concurrency < 1 || concurrency > MOST) {
      throw new ProblemException(
          ProblemException.Reason.USAGE,
          "a concurrency of %d is not possible; it must be from 1 to %d."
              .formatted(concurrency, MOST));
    }
  }
}
