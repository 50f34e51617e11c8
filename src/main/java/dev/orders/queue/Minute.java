package dev.orders.queue;

import java.time.Instant;
import java.util.Map;

/**
 * What the scripts have counted in a minute of the server's clock.
 *
 * @param start when it began
 * @param counts as {@link Inspector#counts} names them, without how many ran how long; what did not
 *     happen is missing
 */
public record Minute(Instant start, Map<String, Long> counts) {

  /** How many minutes are kept: a day. */
  public static final int KEPT = 1440;

  /** Copies the counts. */
  public Minute {
    counts = Map.copyOf(counts);
  }

  /** How often something happened, by its name. */
  public long count(String name) {
    return counts.getOrDefault(name, 0L);
  }
}
