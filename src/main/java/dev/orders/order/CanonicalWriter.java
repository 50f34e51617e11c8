package dev.orders.order;

import java.io.StringWriter;
import java.math.BigDecimal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** Writes an order in canonical form; the names below stand in the order of the alphabet. */
final class CanonicalWriter {

  private final JsonGenerator json;

  private CanonicalWriter(JsonGenerator json) {
    this.json = json;
  }

  static String write(Order order) {
    StringWriter text = new StringWriter(512);
    try (JsonGenerator json = Json.FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      new CanonicalWriter(json).order(order);
    }
    return text.toString();
  }

  private void order(Order order) {
    json.writeStartObject();
    if (!order.adjustments().isEmpty()) {
      json.writeArrayPropertyStart("adjustments");
      order.adjustments().forEach(this::adjustment);
      json.writeEndArray();
    }
    json.writeStringProperty("currency", order.currency().getCurrencyCode());
    json.writeStringProperty("customer_email", order.customerEmail());
    json.writeStringProperty("customer_name", order.customerName());
    json.writeArrayPropertyStart("items");
    order.items().forEach(this::item);
    json.writeEndArray();
    address(order.shippingAddress());
    number("total_amount", order.totalAmount());
    json.writeEndObject();
  }

  private void adjustment(Order.Adjustment adjustment) {
    json.writeStartObject();
    number("amount", adjustment.amount());
    json.writeStringProperty("label", adjustment.label());
    json.writeEndObject();
  }

  private void item(OrderItem item) {
    json.writeStartObject();
    json.writeNumberProperty("product_id", item.productId());
    json.writeStringProperty("product_name", item.productName());
    json.writeNumberProperty("quantity", item.quantity());
    number("total_price", item.totalPrice());
    number("unit_price", item.unitPrice());
    json.writeEndObject();
  }

  private void address(ShippingAddress address) {
    json.writeObjectPropertyStart("shipping_address");
    json.writeStringProperty("city", address.city());
    json.writeStringProperty("country", address.country());
    json.writeStringProperty("name", address.name());
    json.writeStringProperty("phone", address.phone());
    json.writeStringProperty("postal_code", address.postalCode());
    json.writeStringProperty("street", address.street());
    json.writeEndObject();
  }

  private void number(String name, BigDecimal number) {
    json.writeName(name);
    json.writeNumber(number.stripTrailingZeros().toPlainString());
  }
}
