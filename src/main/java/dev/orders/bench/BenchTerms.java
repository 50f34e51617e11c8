package dev.orders.bench;

import dev.orders.app.ProblemException;

/**
 * What is to be measured, and how often.
 *
 * @param kind what
 * @param count how many orders a repetition takes, 1 to 1,000,000
 * @param repeat how many repetitions count, 1 to 100; one more goes before them, to warm up
 */
public record BenchTerms(BenchKind kind, int count, int repeat) {

  private static final int MOST = 1_000_000;
  private static final int MOST_REPETITIONS = 100;

  /** Refuses what is out of range with a {@link ProblemException}. */
  public BenchTerms {
    require("-n", count, MOST);
    require("--repeat", repeat, MOST_REPETITIONS);
  }

  private static void require(String option, int value, int most) {
    if (value < 1 || value > most) {
      throw new ProblemException(
          ProblemException.Reason.USAGE,
          "%s %d is not possible; it must be from 1 to %d.".formatted(option, value, most));
    }
  }
}
