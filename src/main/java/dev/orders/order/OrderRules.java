package dev.orders.order;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of one order: reads it field by field and reports whatever is against them. */
final class OrderRules {

  private static final Currency DEFAULT_CURRENCY = Currency.getInstance("KRW");

  private static final Set<String> KNOWN =
      Set.of(
          "customer_email",
          "customer_name",
          "items",
          "shipping_address",
          "adjustments",
          "total_amount",
          "currency",
          "idempotency_key");

  private final FieldReader order;
  private final @Nullable Currency currency;
  private final AmountRule amount;

  private OrderRules(FieldReader order) {
    this.order = order;
    this.currency = currency(order);
    this.amount = new AmountRule(currency);
  }

  /**
   * The order that the value holds; null when a part of it is missing. It counts only if nothing
   * was reported.
   */
  static @Nullable Order check(JsonValue value, String path, Findings findings) {
    FieldReader order = FieldReader.of(value, path, KNOWN, findings);
    return order == null ? null : new OrderRules(order).read();
  }

  private @Nullable Order read() {
    String email = order.text("customer_email", EmailRule.ADDRESS);
    String name = order.text("customer_name", LineRule.VISIBLE);
    ItemRules items = new ItemRules(order, amount);
    ShippingAddress address = AddressRules.read(order);
    AdjustmentRules adjustments = new AdjustmentRules(order, amount);
    BigDecimal total = order.number("total_amount", amount.notNegative());
    checkTotal(total, items.total(), adjustments.total());
    String key = order.has("idempotency_key") ? order.text("idempotency_key", KeyRule.ANY) : null;
    if (email == null || name == null || address == null || total == null || currency == null) {
      return null;
    }
    return new Order(
        email, name, items.items(), address, adjustments.adjustments(), total, currency, key);
  }

  private void checkTotal(
      @Nullable BigDecimal total, @Nullable BigDecimal items, @Nullable BigDecimal adjustments) {
    if (total == null || items == null || adjustments == null) {
      return;
    }
    if (total.compareTo(items.add(adjustments)) != 0) {
      order.fault("total_amount", plain(total) + " is not " + sumOf(items, adjustments));
    }
  }

  private String sumOf(BigDecimal items, BigDecimal adjustments) {
    return order.has("adjustments")
        ? "items %s + adjustments %s = %s"
            .formatted(plain(items), plain(adjustments), plain(items.add(adjustments)))
        : "the sum of the items = " + plain(items);
  }

  private static String plain(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }

  private static @Nullable Currency currency(FieldReader order) {
    if (!order.has("currency")) {
      return DEFAULT_CURRENCY;
    }
    String code = order.text("currency", CurrencyRule.CODE);
    return code == null ? null : Currency.getInstance(code);
  }
}
