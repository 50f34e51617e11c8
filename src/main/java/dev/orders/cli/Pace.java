package dev.orders.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** How fast tasks end, on average since the work on them began. */
final class Pace {

  private static final double SHORTEST_SECONDS = 0.001;

  private final LongSupplier nanoTime;
  private long start;
  private long endedBefore;

  /**
   * The work begins now.
   *
   * @param nanoTime a clock that only runs forward, in nanoseconds
   */
  Pace(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  /** The work goes on now, with so many tasks that ended long ago. */
  void goOn(long ended) {
    start = nanoTime.getAsLong();
    endedBefore = ended;
  }

  /** How long the work has been going on. */
  Duration elapsed() {
    return Duration.ofNanos(nanoTime.getAsLong() - start);
  }

  /** Tasks a second, when by now so many have ended. */
  double rate(long ended) {
    double seconds = Math.max(elapsed().toNanos() / 1e9, SHORTEST_SECONDS);
    return (ended - endedBefore) / seconds;
  }

  /** How long the open tasks will take, in whole seconds; empty while nobody can tell. */
  Optional<Duration> left(long open, long ended) {
    double rate = rate(ended);
    return open == 0 || rate <= 0
        ? Optional.empty()
        : Optional.of(Duration.ofSeconds((long) Math.ceil(open / rate)));
  }
}
