package dev.orders.invoice;

import dev.orders.order.Order;
import dev.orders.order.OrderItem;
import dev.orders.order.ShippingAddress;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;

/** A small order for rendering once before the first real one comes. */
final class Specimen {

  static final Invoice INVOICE = new Invoice(1, Instant.EPOCH, order());

  private Specimen() {}

  private static Order order() {
    OrderItem item = new OrderItem(1, "A 가", 1, BigDecimal.ONE, BigDecimal.ONE);
    return new Order(
        "a@example.com",
        "A",
        List.of(item),
        new ShippingAddress("A", "B", "C", "D", "E", "F"),
        List.of(),
        BigDecimal.ONE,
        Currency.getInstance("KRW"),
        null);
  }
}
