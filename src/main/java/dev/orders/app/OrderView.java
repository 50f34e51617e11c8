package dev.orders.app;

import dev.orders.order.Order;
import dev.orders.queue.OrderRecord;
import java.util.List;

/**
 * An order with everything that is known of it.
 *
 * @param record what the queue keeps
 * @param body its JSON as it was submitted
 * @param order the same, read
 * @param tasks all its tasks
 */
public record OrderView(OrderRecord record, String body, Order order, List<TaskView> tasks) {

  /** Copies the list. */
  public OrderView {
    tasks = List.copyOf(tasks);
  }
}
