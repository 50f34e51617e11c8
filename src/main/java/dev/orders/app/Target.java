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

  /** The task; a {@link ProblemException} when an order is meant. */
  public TaskId requireTask() {
    if (task == null) {
      throw new ProblemException(
          ProblemException.Reason.USAGE,
          "%d is an order; name one of its tasks, like %d-invoice.".formatted(orderId, orderId));
    }
    return task;
  }

  /** The order's id; a {@link ProblemException} when a task is meant. */
  public long requireOrder() {
    if (task != null) {
      throw new ProblemException(
          ProblemException.Reason.USAGE,
          "%s is a task; name its order, %d.".formatted(task, orderId));
    }
    return orderId;
  }

  /** The problem that there is no such order or task. */
  ProblemException unknown() {
    return new ProblemException(
        ProblemException.Reason.NOT_FOUND,
        "there is no %s %s. It was never accepted here, or it has been deleted since."
            .formatted(task == null ? "order" : "task", this));
  }

  /** The id as it was asked for. */
  @Override
  public String toString() {
    return task == null ? Long.toString(orderId) : task.toString();
  }
}
