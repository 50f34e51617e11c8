package dev.orders.app;

import dev.orders.queue.TaskType;
import java.util.List;

/** Every kind of task there is, one line each. */
public final class TaskTypes {

  private static final TaskType EMAIL = new TaskType("email", "email");
  private static final TaskType INVOICE = new TaskType("invoice", "invoice");
  private static final TaskType SHIPPING = new TaskType("shipping", "shipping");

  /** Sets an order's status. */
  public static final TaskType STATUS = new TaskType("status", "shipping");

  private TaskTypes() {}

  /** What follows from an order at once. */
  public static List<TaskType> first() {
    return List.of(EMAIL, INVOICE, SHIPPING);
  }

  /** Every queue that a task can lie in. */
  public static List<String> queues() {
    return first().stream().map(TaskType::queue).toList();
  }
}
