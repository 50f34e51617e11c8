package dev.orders.shipping;

import dev.orders.order.Order;
import dev.orders.order.OrderItem;
import dev.orders.order.OrderJson;
import dev.orders.order.ShippingAddress;
import dev.orders.queue.Delivery;
import dev.orders.queue.TaskId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the tests of this package ship. */
final class Shipments {

  static final Instant ORDERED_AT = Instant.parse("2026-03-14T16:30:00Z");

  static final ShippingAddress ADDRESS =
      new ShippingAddress("홍길동", "테헤란로 123", "서울시 강남구", "06234", "KR", "010-1234-5678");

  static final Order ORDER =
      new Order(
          "hong@shop.example",
          "홍길동",
          List.of(new OrderItem(1, "노트북", 2, new BigDecimal(50_000), new BigDecimal(100_000))),
          ADDRESS,
          List.of(),
          new BigDecimal(100_000),
          Currency.getInstance("KRW"),
          null);

  private Shipments() {}

  static Shipment shipment(String key) {
    return new Shipment(key, 17, ORDERED_AT, ADDRESS);
  }

  static TestAttempt attempt() {
    return attempt("shipping", null);
  }

  static TestAttempt attempt(String task, @Nullable String argument) {
    return attempt(task, argument, OrderJson.canonical(ORDER));
  }

  static TestAttempt attempt(String task, @Nullable String argument, String body) {
    return new TestAttempt(delivery(1, task, argument, body));
  }

  /** A second delivery of the task. */
  static TestAttempt repeatedAttempt() {
    return new TestAttempt(delivery(2, "shipping", null, OrderJson.canonical(ORDER)));
  }

  private static Delivery delivery(
      long number, String task, @Nullable String argument, String body) {
    Delivery.Source order = new Delivery.Source("instance", ORDERED_AT, null, body);
    return new Delivery(
        new TaskId(17, task), "shipping", number, 0, Delivery.Effect.NONE, argument, order);
  }
}
