package dev.orders.app;

import dev.orders.queue.OrderRecord;
import dev.orders.queue.Task;
import java.util.List;

/**
 * An order with all its tasks, as they were at one moment or a moment later.
 *
 * @param order its record
 * @param tasks all tasks that the record names
 */
record Snapshot(OrderRecord order, List<Task> tasks) {

  Snapshot {
    tasks = List.copyOf(tasks);
  }

  /** True when nothing more will happen unless somebody asks for it. */
  boolean hasEnded() {
    return tasks.stream().allMatch(task -> task.state().isFinal());
  }
}
