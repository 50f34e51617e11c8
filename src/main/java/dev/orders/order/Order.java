package dev.orders.order;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as a shop hands it in, already checked: whoever holds one need not check it again.
 *
 * @param customerEmail one valid address
 * @param customerName not blank
 * @param items at least one
 * @param shippingAddress where it goes
 * @param adjustments discounts and fees; empty when there are none
 * @param totalAmount the sum of all items and adjustments, in the currency's units
 * @param currency KRW unless the shop says otherwise
 * @param idempotencyKey the shop's own key for this order; null when it gave none
 */
public record Order(
    String customerEmail,
    String customerName,
    List<OrderItem> items,
    ShippingAddress shippingAddress,
    List<Adjustment> adjustments,
    BigDecimal totalAmount,
    Currency currency,
    @Nullable String idempotencyKey) {

  /** Copies the lists. */
  public Order {
    items = List.copyOf(items);
    adjustments = List.copyOf(adjustments);
  }

  /** The sum of all items, before adjustments. */
  public BigDecimal subtotal() {
    return items.stream().map(OrderItem::totalPrice).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /**
   * A discount or a fee.
   *
   * @param label what the customer reads
   * @param amount in the currency's units; negative for a discount
   */
  public record Adjustment(String label, BigDecimal amount) {}
}
