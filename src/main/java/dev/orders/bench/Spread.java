package dev.orders.bench;

import java.util.List;

/**
 * The median of several measurements, and how far they lie apart.
 *
 * @param median the one in the middle; of an even number the lower of the two
 * @param low the lowest
 * @param high the highest
 */
public record Spread(double median, double low, double high) {

  /** Of at least one measurement. */
  static Spread of(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int last = sorted.size() - 1;
    return new Spread(sorted.get(last / 2), sorted.get(0), sorted.get(last));
  }
}
