package dev.orders.invoice;

import dev.orders.order.Order;
import dev.orders.order.Order.Adjustment;
import dev.orders.order.OrderItem;
import dev.orders.order.ShippingAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** Orders to make invoices from. */
final class Samples {

  static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  static final Instant CREATED = Instant.parse("2026-03-01T05:30:05.123Z");

  static final Seller SELLER =
      new Seller(
          "주식회사 오더스",
          "서울특별시 마포구 양화로 45\n메세나폴리스 3층",
          "123-45-67890",
          "02-1234-5678",
          "help@orders.example");

  static final ShippingAddress ADDRESS =
      new ShippingAddress("홍길동", "테헤란로 123, 4층", "서울특별시 강남구", "06133", "대한민국", "010-1234-5678");

  private Samples() {}

  static Invoice korean() {
    List<OrderItem> items =
        List.of(
            item("노트북 컴퓨터 15인치", 1, "1500000"),
            item("무선 마우스", 2, "45000"),
            item("USB-C 충전 케이블 2m", 3, "12900"));
    List<Adjustment> adjustments =
        List.of(
            new Adjustment("신규 회원 할인", new BigDecimal("-50000")),
            new Adjustment("배송비", new BigDecimal("3000")));
    return invoice(order("홍길동", items, adjustments, "KRW"));
  }

  static Invoice english() {
    ShippingAddress address =
        new ShippingAddress(
            "Jane Smith",
            "221B Baker Street",
            "London",
            "NW1 6XE",
            "United Kingdom",
            "+44 20 7946 0018");
    List<OrderItem> items =
        List.of(
            item("Mechanical keyboard, brown switches", 1, "129.95"),
            item("Desk lamp", 2, "39.50"));
    List<Adjustment> adjustments =
        List.of(
            new Adjustment("Spring sale", new BigDecimal("-20.00")),
            new Adjustment("Shipping", new BigDecimal("4.90")));
    Order order =
        new Order(
            "jane@example.com",
            "Jane Smith",
            items,
            address,
            adjustments,
            total(items, adjustments),
            Currency.getInstance("USD"),
            null);
    return invoice(order);
  }

  static Invoice ofItems(int count) {
    List<OrderItem> items =
        LongStream.rangeClosed(1, count).mapToObj(n -> item("상품 " + n, n, "1000")).toList();
    return invoice(order("홍길동", items, List.of(), "KRW"));
  }

  static Invoice ofProduct(String name) {
    return invoice(order("홍길동", List.of(item(name, 1, "1000")), List.of(), "KRW"));
  }

  static Invoice ofCustomer(String name) {
    return invoice(order(name, List.of(item("상품", 1, "1000")), List.of(), "KRW"));
  }

  static Invoice ofAdjustment(String label) {
    List<Adjustment> adjustments = List.of(new Adjustment(label, BigDecimal.ONE));
    return invoice(order("홍길동", List.of(item("상품", 1, "1000")), adjustments, "KRW"));
  }

  static InvoiceRenderer renderer() {
    return renderer(SELLER, Locale.KOREA);
  }

  static InvoiceRenderer renderer(Seller seller, Locale locale) {
    return new InvoiceRenderer(seller, locale, SEOUL);
  }

  static byte[] bytes(Invoice invoice) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    renderer().render(invoice, out);
    return out.toByteArray();
  }

  static Invoice invoice(Order order) {
    return new Invoice(17, CREATED, order);
  }

  static Order order(
      String customer, List<OrderItem> items, List<Adjustment> adjustments, String currency) {
    return new Order(
        "hong@example.com",
        customer,
        items,
        ADDRESS,
        adjustments,
        total(items, adjustments),
        Currency.getInstance(currency),
        null);
  }

  static OrderItem item(String name, long quantity, String unitPrice) {
    BigDecimal price = new BigDecimal(unitPrice);
    return new OrderItem(1, name, quantity, price, price.multiply(BigDecimal.valueOf(quantity)));
  }

  private static BigDecimal total(List<OrderItem> items, List<Adjustment> adjustments) {
    BigDecimal goods =
        items.stream().map(OrderItem::totalPrice).reduce(BigDecimal.ZERO, BigDecimal::add);
    return adjustments.stream().map(Adjustment::amount).reduce(goods, BigDecimal::add);
  }
}
