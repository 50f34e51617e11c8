package dev.orders.shipping;

import dev.orders.order.ShippingAddress;
import java.time.Instant;

/**
 * A parcel to be registered.
 *
 * @param key the same for every attempt at this parcel, and for no other parcel
 * @param orderId the order it belongs to
 * @param orderedAt when the order was accepted
 * @param destination where it goes
 */
public record Shipment(String key, long orderId, Instant orderedAt, ShippingAddress destination) {

  /** Names the shipment only: the destination is personal data, which does not belong into logs. */
  @Override
  public String toString() {
    return "shipment " + key;
  }
}
