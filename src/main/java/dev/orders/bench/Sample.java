package dev.orders.bench;

import java.util.EnumMap;
import java.util.Map;

/** What one repetition has measured. Put together by one thread. */
final class Sample {

  private static final double NANOS_A_SECOND = 1e9;

  private final Map<Figure, Double> values = new EnumMap<>(Figure.class);

  Sample with(Figure figure, double value) {
    values.put(figure, value);
    return this;
  }

  /** So many were done in this time. */
  Sample rate(Figure figure, long done, long nanos) {
    return with(figure, done * NANOS_A_SECOND / Math.max(1, nanos));
  }

  /** How much of the server's own speed was reached. */
  Sample share() {
    double own = values.getOrDefault(Figure.PER_SECOND, 0.0);
    double server = values.getOrDefault(Figure.SERVER_PER_SECOND, 0.0);
    return server == 0 ? this : with(Figure.PERCENT_OF_SERVER, 100 * own / server);
  }

  Map<Figure, Double> values() {
    return values;
  }
}
