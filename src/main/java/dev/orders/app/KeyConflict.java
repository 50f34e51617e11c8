package dev.orders.app;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An order that was not accepted, because another one has its idempotency key.
 *
 * @param place file and line of the order
 * @param key the key
 * @param orderId the order that has it
 * @param differences the JSON paths in which the two differ; empty when the other one is gone
 */
public record KeyConflict(String place, String key, long orderId, List<String> differences) {

  private static final int MOST_NAMED = 50;

  /** One line for a person. */
  @Override
  public String toString() {
    String differing = differences.isEmpty() ? "" : " (" + named() + " differ)";
    return "%s: the idempotency key %s belongs to order %d, which is another order%s."
        .formatted(place, key, orderId, differing);
  }

  private String named() {
    int more = differences.size() - MOST_NAMED;
    return differences.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
        + (more > 0 ? " and %,d more".formatted(more) : "");
  }
}
