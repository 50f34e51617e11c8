package dev.orders.app;

import dev.orders.order.Order;
import dev.orders.order.OrderJson;
import dev.orders.order.ShippingAddress;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of what is known whatever says who a customer is and where they live: name, e-mail
 * address, and of the shipping address everything but the country.
 */
public final class PersonalData {

  private static final String MASK = "***";

  private PersonalData() {}

  /** The order without it. */
  public static OrderView masked(OrderView view) {
    Order order = view.order();
    Order masked =
        new Order(
            MASK,
            MASK,
            order.items(),
            masked(order.shippingAddress()),
            order.adjustments(),
            order.totalAmount(),
            order.currency(),
            order.idempotencyKey());
    return new OrderView(
        view.record(),
        OrderJson.canonical(masked),
        masked,
        view.tasks().stream().map(PersonalData::masked).toList());
  }

  /** The task without it. */
  public static TaskView masked(TaskView view) {
    @Nullable ShippingAddress address = view.address();
    return new TaskView(view.task(), address == null ? null : masked(address));
  }

  private static ShippingAddress masked(ShippingAddress address) {
    return new ShippingAddress(MASK, MASK, MASK, MASK, address.country(), MASK);
  }
}
