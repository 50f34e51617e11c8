package dev.orders.app;

import dev.orders.queue.TaskId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks about: an order with all its tasks, or one task.
 *
 * @param orderId the order
 * @param task the one task; null for the order as a whole
 */
public record Target(long orderId, @Nullable TaskId task) {

  private static final Pattern ORDER = Pattern.compile("[1-9][0-9]{0,17}");

  /** Reads {@code 17} or {@code 17-invoice}; empty for anything else. */
  public static Optional<Target> parse(String text) {
    if (ORDER.matcher(text).matches()) {
      return Optional.of(new Target(Long.parseLong(text), null));
    }
    return TaskId.parse(text).map(task -> new Target(task.orderId(), task));
  }

  /** The id as it was asked for. */
  @Override
  public String toString() {
    return task == null ? Long.toString(orderId) : task.toString();
  }
}
