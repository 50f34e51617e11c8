package dev.orders.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The items of one order: at least one, each with its arithmetic right. */
final class ItemRules {

  private static final Set<String> KNOWN =
      Set.of("product_id", "product_name", "quantity", "unit_price", "total_price");

  private final AmountRule amount;
  private final List<OrderItem> items = new ArrayList<>();
  private final Total total = new Total();

  /** Reads the items at once. */
  ItemRules(FieldReader order, AmountRule amount) {
    this.amount = amount;
    List<@Nullable FieldReader> readers = order.objects("items", KNOWN);
    if (readers == null) {
      total.add(null);
    } else if (readers.isEmpty()) {
      total.add(null);
      order.fault("items", "must hold at least one item");
    } else {
      readers.forEach(this::add);
    }
  }

  /** The items without a fault. */
  List<OrderItem> items() {
    return items;
  }

  /** The sum of all {@code total_price}; null when one is not known. */
  @Nullable BigDecimal total() {
    return total.sum();
  }

  private void add(@Nullable FieldReader item) {
    if (item == null) {
      total.add(null);
      return;
    }
    Long productId = item.count("product_id");
    String productName = item.text("product_name", LineRule.VISIBLE);
    Long quantity = item.count("quantity");
    BigDecimal unitPrice = item.number("unit_price", amount.notNegative());
    BigDecimal totalPrice = item.number("total_price", amount);
    total.add(totalPrice);
    if (quantity == null || unitPrice == null || totalPrice == null) {
      return;
    }
    checkProduct(item, quantity, unitPrice, totalPrice);
    if (productId != null && productName != null) {
      items.add(new OrderItem(productId, productName, quantity, unitPrice, totalPrice));
    }
  }

  private static void checkProduct(
      FieldReader item, long quantity, BigDecimal unitPrice, BigDecimal totalPrice) {
    BigDecimal product = unitPrice.multiply(BigDecimal.valueOf(quantity));
    if (product.compareTo(totalPrice) != 0) {
      String message =
          String.format(
              "%s is not quantity %d × unit_price %s = %s",
              totalPrice.toPlainString(),
              quantity,
              unitPrice.toPlainString(),
              product.stripTrailingZeros().toPlainString());
      item.fault("total_price", message);
    }
  }
}
