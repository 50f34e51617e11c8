package dev.orders.worker;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * How a worker is to work.
 *
 * @param id unique among all workers, {@code [A-Za-z0-9_-]{1,64}}; see {@link #uniqueId}
 * @param queues what it is bound to; at least one
 * @param concurrency how many handlers run at once, each on a thread of its own; 1 to 1,000
 * @param limits how long things may take
 * @param burst true to end when nothing is left: nothing in hand and nothing in the queues. Tasks
 *     that wait for their time, retries included, are not waited for
 */
public record WorkerOptions(
    String id, List<String> queues, int concurrency, Limits limits, boolean burst) {

  /**
   * How long things may take.
   *
   * @param lease how long the worker may be silent before its tasks go to somebody else; at least
   *     100 ms
   * @param grace how long running handlers may go on after a stop; zero or more
   * @param time how long a task may run; above zero
   */
  public record Limits(Duration lease, Duration grace, Duration time) {

    /** Refuses what cannot work. */
    public Limits {
      require(lease.compareTo(SHORTEST_LEASE) >= 0, "a lease is at least 100 ms");
      require(!grace.isNegative(), "the grace cannot be negative");
      require(!time.isNegative() && !time.isZero(), "a time limit is above zero");
    }
  }

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Duration SHORTEST_LEASE = Duration.ofMillis(100);
  private static final int LONGEST_NAME = 50;

  /** Refuses what cannot work. */
  public WorkerOptions {
    queues = List.copyOf(queues);
    require(ID.matcher(id).matches(), "a worker's id looks like host-4711-a1b2c3, not " + id);
    require(!queues.isEmpty(), "a worker needs at least one queue");
    require(concurrency >= 1 && concurrency <= 1_000, "concurrency is 1 to 1000");
  }

  Duration lease() {
    return limits.lease();
  }

  Duration grace() {
    return limits.grace();
  }

  Duration timeLimit() {
    return limits.time();
  }

  /**
   * An id that no other worker has: the name, cleaned of what an id may not hold, and six random
   * hex digits. Two workers under one id would answer for each other's tasks, so a name alone, such
   * as a container's, is not enough.
   */
  public static String uniqueId(String name, RandomGenerator random) {
    String clean = name.replaceAll("[^A-Za-z0-9_-]+", "-");
    String head = clean.substring(0, Math.min(clean.length(), LONGEST_NAME));
    return String.format(Locale.ROOT, "%s-%06x", head, random.nextInt(1 << 24));
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
