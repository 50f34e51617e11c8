package dev.orders.redis;

import java.util.Map;

/** Adds up counters as the scripts keep them. */
final class Counts {

  private Counts() {}

  /** Adds a hash of counters to sums; what was counted by the queue also counts in all. */
  static void add(Map<String, String> counters, Map<String, Long> sums) {
    counters.forEach(
        (name, value) -> {
          long count = Long.parseLong(value);
          sums.merge(name, count, Long::sum);
          int colon = name.indexOf(':');
          if (colon > 0) {
            sums.merge(name.substring(0, colon), count, Long::sum);
          }
        });
  }
}
