package dev.orders.app;

import dev.orders.queue.OrderRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands that was asked about.
 *
 * @param order the order's record when the order as a whole was asked for; null when it was one
 *     task
 * @param tasks all tasks of the order, or the one task
 */
public record Standing(@Nullable OrderRecord order, List<TaskView> tasks) {

  /** Copies the list. */
  public Standing {
    tasks = List.copyOf(tasks);
  }

  /** True when nothing more will happen unless somebody asks for it. */
  public boolean hasEnded() {
    return tasks.stream().allMatch(view -> view.task().state().isFinal());
  }
}
