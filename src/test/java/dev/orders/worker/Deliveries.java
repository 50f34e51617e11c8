package dev.orders.worker;

import dev.orders.queue.Delivery;
import dev.orders.queue.TaskId;
import java.time.Instant;

/** Deliveries for tests. */
final class Deliveries {

  private Deliveries() {}

  static Delivery of(String task, long number, int failures) {
    Delivery.Source order = new Delivery.Source("instance", Instant.EPOCH, null, "{}");
    TaskId id = TaskId.parse(task).orElseThrow();
    return new Delivery(id, "shipping", number, failures, Delivery.Effect.NONE, null, order);
  }
}
