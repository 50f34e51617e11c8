package dev.orders.drill;

import java.time.Duration;
import java.util.List;

/**
 * How long tasks waited, from the kill of their worker to their start on another.
 *
 * @param tasks how many tasks there were; without any, the times are zero
 * @param p50 half of them waited no longer
 * @param p99 99 of 100 waited no longer
 * @param max the longest
 */
public record RecoveryTimes(int tasks, Duration p50, Duration p99, Duration max) {

  /** Of these waits, in any order. */
  static RecoveryTimes of(List<Duration> waits) {
    List<Duration> sorted = waits.stream().sorted().toList();
    return new RecoveryTimes(sorted.size(), at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1));
  }

  /** The nearest-rank percentile. */
  private static Duration at(List<Duration> sorted, double share) {
    if (sorted.isEmpty()) {
      return Duration.ZERO;
    }
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }
}
