package dev.orders.http;

import java.util.List;
import java.util.Map;

/** How long attempts at a kind of task were in their workers' hands, as settle.lua counts it. */
final class RunTimes {

  /**
   * The limits of part/runs.lua, in milliseconds; what took more than the last is counted apart.
   */
  static final List<Integer> LIMITS =
      List.of(10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000);

  private final Map<String, Long> counts;

  RunTimes(Map<String, Long> counts) {
    this.counts = counts;
  }

  /** Adds a kind of task to the histogram that was begun. */
  void describe(Exposition text, String kind) {
    long count = 0;
    for (int limit : LIMITS) {
      count += counts.getOrDefault("ran:" + kind + ":" + limit, 0L);
      text.bucket(seconds(limit), count, "task", kind);
    }
    count += counts.getOrDefault("ran:" + kind + ":more", 0L);
    text.bucket("+Inf", count, "task", kind);
    text.sums(counts.getOrDefault("ran_ms:" + kind, 0L) / 1e3, count, "task", kind);
  }

  private static String seconds(int millis) {
    return Double.toString(millis / 1e3);
  }
}
