package dev.orders.queue;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a handler achieved: facts, never sentences, since the reader composes the message in its own
 * language. The facts, the change of the order and the follow-up task are written in one step.
 *
 * @param facts short values under snake_case names, such as {@code filename}; at most 64 bytes each
 *     keeps Redis lean
 * @param change what becomes of the order; null when nothing does
 * @param next the task that follows; null when none does
 */
public record TaskResult(
    Map<String, String> facts, @Nullable OrderChange change, @Nullable TaskType next) {

  /** Copies the facts. */
  public TaskResult {
    facts = Map.copyOf(facts);
  }

  /** A result that changes nothing but the task itself. */
  public static TaskResult of(Map<String, String> facts) {
    return new TaskResult(facts, null, null);
  }

  /**
   * A change of the order.
   *
   * @param status the status the order takes, if its life cycle allows the step; a cancelled order
   *     stays cancelled, and then {@code next} does not follow
   * @param trackingNumber recorded in any case; null when the task brought none
   */
  public record OrderChange(String status, @Nullable String trackingNumber) {}
}
