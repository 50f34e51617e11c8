package dev.orders.drill;

import dev.orders.order.Order;
import dev.orders.order.OrderItem;
import dev.orders.order.OrderJson;
import dev.orders.order.ShippingAddress;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes up orders: no two alike, and the same ones again from the same seed. Used by one thread.
 */
final class OrderMaker {

  private static final List<String> NAMES =
      List.of("홍길동", "김영희", "이철수", "Ada Lovelace", "Łucja Żak", "José Núñez");
  private static final List<String> PRODUCTS =
      List.of("노트북", "무선 마우스", "기계식 키보드", "Desk lamp", "USB-C cable", "커피 원두 1kg");
  private static final int MOST_LINES = 5;
  private static final int MOST_OF_A_KIND = 9;
  private static final int DEAREST = 500;

  private final Random random;
  private long made;

  OrderMaker(long seed) {
    random = new Random(seed);
  }

  /** The next order as one line of JSON. */
  String next() {
    made++;
    return OrderJson.canonical(order());
  }

  private Order order() {
    boolean isWon = random.nextInt(4) > 0;
    BigDecimal unit = isWon ? new BigDecimal("1000") : new BigDecimal("1.25");
    List<OrderItem> items =
        IntStream.rangeClosed(1, 1 + random.nextInt(MOST_LINES))
            .mapToObj(line -> item(line, unit))
            .toList();
    BigDecimal sum =
        items.stream().map(OrderItem::totalPrice).reduce(BigDecimal.ZERO, BigDecimal::add);
    Order.@Nullable Adjustment fee =
        random.nextBoolean() ? new Order.Adjustment("배송비", unit) : null;
    return new Order(
        "customer-" + made + "@example.com",
        any(NAMES),
        items,
        address(),
        fee == null ? List.of() : List.of(fee),
        fee == null ? sum : sum.add(fee.amount()),
        Currency.getInstance(isWon ? "KRW" : "USD"),
        null);
  }

  private OrderItem item(int line, BigDecimal unit) {
    long quantity = 1L + random.nextInt(MOST_OF_A_KIND);
    BigDecimal price = unit.multiply(BigDecimal.valueOf(1L + random.nextInt(DEAREST)));
    return new OrderItem(
        line, any(PRODUCTS), quantity, price, price.multiply(BigDecimal.valueOf(quantity)));
  }

  private ShippingAddress address() {
    return new ShippingAddress(
        any(NAMES), "세종대로 " + made, "서울", "04524", "KR", "010-0000-" + made % 10_000);
  }

  private String any(List<String> some) {
    return some.get(random.nextInt(some.size()));
  }
}
