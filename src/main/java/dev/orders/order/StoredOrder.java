package dev.orders.order;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One object of a stored order, on its way back into a record. Whatever does not fit is an
 * exception.
 */
final class StoredOrder {

  private final JsonValue.Fields object;

  private StoredOrder(@Nullable JsonValue value) {
    this.object = as(JsonValue.Fields.class, value, "an order");
  }

  /** The JSON of a stored order. */
  static JsonValue.Fields json(String text) {
    JsonTree.Origin origin = new JsonTree.Origin(1, true, "");
    Findings findings = new Findings("stored order", new Refusal());
    JsonValue value = JsonTree.read(text.toCharArray(), text.length(), origin, findings);
    return as(JsonValue.Fields.class, value, "the order");
  }

  static Order parse(String text) {
    return new StoredOrder(json(text)).order();
  }

  private Order order() {
    return new Order(
        text("customer_email"),
        text("customer_name"),
        list("items", StoredOrder::item),
        new StoredOrder(object.values().get("shipping_address")).address(),
        object.values().containsKey("adjustments")
            ? list("adjustments", StoredOrder::adjustment)
            : List.of(),
        number("total_amount"),
        currency(text("currency")),
        null);
  }

  private OrderItem item() {
    return new OrderItem(
        count("product_id"),
        text("product_name"),
        count("quantity"),
        number("unit_price"),
        number("total_price"));
  }

  private Order.Adjustment adjustment() {
    return new Order.Adjustment(text("label"), number("amount"));
  }

  private ShippingAddress address() {
    return new ShippingAddress(
        text("name"),
        text("street"),
        text("city"),
        text("postal_code"),
        text("country"),
        text("phone"));
  }

  private static Currency currency(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      String message = "a stored order has a currency that this Java does not know: ";
      throw new IllegalArgumentException(message + Quote.plain(code), e);
    }
  }

  private <T> List<T> list(String name, Function<StoredOrder, T> reader) {
    return field(JsonValue.Elements.class, name).values().stream()
        .map(element -> reader.apply(new StoredOrder(element)))
        .toList();
  }

  private String text(String name) {
    return field(JsonValue.Text.class, name).value();
  }

  private BigDecimal number(String name) {
    return field(JsonValue.Numeric.class, name).value();
  }

  private long count(String name) {
    BigDecimal number = number(name);
    if (CountRule.ANY.faultIn(number) != null) {
      throw new IllegalArgumentException("a stored order has a strange " + name);
    }
    return number.longValueExact();
  }

  private <V extends JsonValue> V field(Class<V> kind, String name) {
    return as(kind, object.values().get(name), name);
  }

  private static <V extends JsonValue> V as(Class<V> kind, @Nullable JsonValue value, String name) {
    if (!kind.isInstance(value)) {
      throw new IllegalArgumentException("a stored order lacks a proper " + name);
    }
    return kind.cast(value);
  }

  /** Turns the first fault into an exception. */
  private static final class Refusal implements OrderReader.Sink {

    @Override
    public void order(long line, int nth, Order order) {}

    @Override
    public void fault(Fault fault) {
      throw new IllegalArgumentException(fault.toString());
    }

    @Override
    public void warning(Fault warning) {}
  }
}
