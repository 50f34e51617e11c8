package dev.orders.app;

import dev.orders.order.Order;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Takes good orders as they are read. */
interface OrderTaker {

  /**
   * Takes an order.
   *
   * @param place its file and line
   * @param key its idempotency key; null when it has none
   * @param delay how long its tasks wait
   */
  void take(String place, Order order, @Nullable String key, Duration delay);

  /** There are no more. */
  void end();
}
