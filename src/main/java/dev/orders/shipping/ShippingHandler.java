package dev.orders.shipping;

import dev.orders.order.Order;
import dev.orders.order.OrderJson;
import dev.orders.order.OrderStatus;
import dev.orders.queue.Attempt;
import dev.orders.queue.Delivery;
import dev.orders.queue.PermanentFailureException;
import dev.orders.queue.TaskHandler;
import dev.orders.queue.TaskResult;
import dev.orders.queue.TaskResult.OrderChange;
import dev.orders.queue.TaskType;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * Hands an order to the carrier:
 *
 * <ol>
 *   <li>makes a shipment of the order's address, under the task's effect name;
 *   <li>registers it. A second delivery of the task registers the same shipment again, and the
 *       carrier, which knows the name, answers with the first one's tracking number;
 *   <li>reports the number. The settlement marks the order as shipped and enqueues the notice in
 *       the same step.
 * </ol>
 *
 * <p>Recipient, address and phone are not among the facts: they stand in the order's body already.
 */
public final class ShippingHandler implements TaskHandler {

  /** The task it does. */
  public static final TaskType TYPE = new TaskType("shipping", "shipping");

  private static final int CONNECTING = 0;
  private static final int SENDING = 30;
  private static final int TRACKED = 70;
  private static final int REGISTERED = 100;

  private final Carrier carrier;
  private final TaskType notice;

  /**
   * @param carrier who carries the parcels
   * @param notice the task that tells the customer the tracking number
   */
  public ShippingHandler(Carrier carrier, TaskType notice) {
    this.carrier = carrier;
    this.notice = notice;
  }

  @Override
  public TaskResult handle(Attempt attempt) throws Exception {
    attempt.progress(CONNECTING);
    Shipment shipment = shipmentOf(attempt.delivery());
    attempt.progress(SENDING);
    attempt.beforeEffect();
    Registration registration = carrier.register(shipment, attempt);
    attempt.log("tracking_number", registration.trackingNumber());
    attempt.progress(TRACKED);
    TaskResult result = resultOf(registration);
    attempt.progress(REGISTERED);
    return result;
  }

  private static Shipment shipmentOf(Delivery delivery) throws PermanentFailureException {
    Order order = delivery.order().read(OrderJson::parse);
    return new Shipment(
        delivery.effectName(),
        delivery.id().orderId(),
        delivery.order().createdAt(),
        order.shippingAddress());
  }

  private TaskResult resultOf(Registration registration) {
    OrderChange shipped =
        new OrderChange(OrderStatus.SHIPPED.word(), registration.trackingNumber());
    return new TaskResult(factsOf(registration), shipped, notice);
  }

  private static Map<String, String> factsOf(Registration registration) {
    Map<String, String> facts = new HashMap<>();
    facts.put("tracking_number", registration.trackingNumber());
    LocalDate estimatedDelivery = registration.estimatedDelivery();
    if (estimatedDelivery != null) {
      facts.put("estimated_delivery", estimatedDelivery.toString());
    }
    return facts;
  }
}
