package dev.orders.app;

import java.util.List;

/**
 * An order that was not accepted, because another one has its idempotency key.
 *
 * @param place file and line of the order
 * @param key the key
 * @param orderId the order that has it
 * @param differences the JSON paths in which the two differ; empty when the other one is gone
 */
public record KeyConflict(String place, String key, long orderId, List<String> differences) {

  /** One line for a person. */
  @Override
  public String toString() {
    String differing =
        differences.isEmpty() ? "" : " (" + String.join(", ", differences) + " differ)";
    return "%s: the idempotency key %s belongs to order %d, which is another order%s."
        .formatted(place, key, orderId, differing);
  }
}
