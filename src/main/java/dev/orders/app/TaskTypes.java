package dev.orders.app;

import dev.orders.order.OrderStatus;
import dev.orders.queue.OrderPlan;
import dev.orders.queue.RetryPolicy;
import dev.orders.queue.TaskHandler;
import dev.orders.queue.TaskType;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every kind of task there is, one line each: its name, its queue, whether it follows from an order
 * at once, its retries and how its handler is made. Handlers are made by workers only, so that no
 * other command loads their classes.
 */
public final class TaskTypes {

  /** Sets an order's status. */
  public static final TaskType STATUS = new TaskType("status", "shipping");

  /** Confirms the order to the customer. */
  static final TaskType EMAIL = new TaskType("email", "email");

  /** Writes the invoice. */
  static final TaskType INVOICE = new TaskType("invoice", "invoice");

  /** Tells the carrier, and brings the notice. */
  static final TaskType SHIPPING = new TaskType("shipping", "shipping");

  /** Tells the customer the tracking number. */
  public static final TaskType NOTICE = new TaskType("notice", "email");

  private static final List<Kind> ALL =
      List.of(
          new Kind(EMAIL, true, 3, 60, Workshop::confirmation),
          new Kind(INVOICE, true, 0, 60, Workshop::invoice),
          new Kind(SHIPPING, true, 2, 30, Workshop::shipping),
          new Kind(NOTICE, false, 3, 60, Workshop::notice),
          new Kind(STATUS, false, 2, 30, Workshop::status));

  private TaskTypes() {}

  private record Kind(
      TaskType type,
      boolean isFirst,
      int retries,
      int delaySeconds,
      Function<Workshop, TaskHandler> maker) {}

  /** What follows from an order at once. */
  public static List<TaskType> first() {
    return ALL.stream().filter(Kind::isFirst).map(Kind::type).toList();
  }

  /** Every queue that a task can lie in. */
  public static List<String> queues() {
    return ALL.stream().map(kind -> kind.type().queue()).distinct().toList();
  }

  /** The kinds of task that a queue carries. */
  public static List<String> kinds(String queue) {
    return ALL.stream()
        .map(Kind::type)
        .filter(type -> type.queue().equals(queue))
        .map(TaskType::name)
        .toList();
  }

  /** What tasks an order has, and what may become of it. */
  static OrderPlan plan() {
    return new OrderPlan(
        first(),
        NOTICE,
        SHIPPING.name(),
        STATUS,
        Arrays.stream(OrderStatus.values()).map(OrderStatus::word).toList(),
        OrderStatus.CANCELLED.word());
  }

  /** When a queue's failed tasks run again, unless the settings say otherwise. */
  static RetryPolicy retryPolicy(String queue) {
    return ALL.stream()
        .filter(kind -> kind.type().queue().equals(queue))
        .map(kind -> new RetryPolicy(kind.retries(), Duration.ofSeconds(kind.delaySeconds())))
        .findFirst()
        .orElse(new RetryPolicy(0, Duration.ZERO));
  }

  /** A handler for each kind of task of these queues, by the task's name. */
  static Map<String, TaskHandler> handlers(List<String> queues, Workshop workshop) {
    return ALL.stream()
        .filter(kind -> queues.contains(kind.type().queue()))
        .collect(
            Collectors.toMap(kind -> kind.type().name(), kind -> kind.maker().apply(workshop)));
  }
}
