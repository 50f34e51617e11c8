package dev.orders.bench;

import java.util.EnumMap;
import java.util.Map;

/**
 * What came of a bench.
 *
 * @param terms what was measured
 * @param redis the server's version
 * @param persistence how the server kept what it wrote
 * @param figures what was measured, in the order of {@link Figure}
 */
public record BenchReport(
    BenchTerms terms, String redis, String persistence, Map<Figure, Spread> figures) {

  /** Copies the figures. */
  public BenchReport {
    figures = new EnumMap<>(figures);
  }
}
