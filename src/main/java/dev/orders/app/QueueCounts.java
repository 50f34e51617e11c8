package dev.orders.app;

import java.util.List;

/**
 * What is counted of each queue.
 *
 * @param name as readers see it
 * @param counter as {@link dev.orders.queue.Inspector#counts} names it
 */
public record QueueCounts(String name, String counter) {

  /** All of them. */
  public static final List<QueueCounts> ALL =
      List.of(
          new QueueCounts("added", "tasks"),
          new QueueCounts("done", "done"),
          new QueueCounts("retried", "retried"),
          new QueueCounts("dead", "dead"),
          new QueueCounts("cancelled", "cancelled"),
          new QueueCounts("crashed", "crashed"),
          new QueueCounts("revived", "revived"));

  /** The counter of a queue. */
  public String of(String queue) {
    return counter + ":" + queue;
  }
}
