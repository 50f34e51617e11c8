package dev.orders.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The discounts and fees of one order; there may be none. */
final class AdjustmentRules {

  private static final Set<String> KNOWN = Set.of("label", "amount");

  private final AmountRule rule;
  private final List<Order.Adjustment> adjustments = new ArrayList<>();
  private final Total total = new Total();

  /** Reads the adjustments at once. */
  AdjustmentRules(FieldReader order, AmountRule rule) {
    this.rule = rule;
    if (order.has("adjustments")) {
      List<@Nullable FieldReader> readers = order.objects("adjustments", KNOWN);
      if (readers == null) {
        total.add(null);
      } else {
        readers.forEach(this::add);
      }
    }
  }

  /** The adjustments without a fault. */
  List<Order.Adjustment> adjustments() {
    return adjustments;
  }

  /** The sum of all amounts, 0 when there are none; null when one is not known. */
  @Nullable BigDecimal total() {
    return total.sum();
  }

  private void add(@Nullable FieldReader adjustment) {
    if (adjustment == null) {
      total.add(null);
      return;
    }
    String label = adjustment.text("label", LineRule.VISIBLE);
    BigDecimal amount = adjustment.number("amount", rule);
    total.add(amount);
    if (label != null && amount != null) {
      adjustments.add(new Order.Adjustment(label, amount));
    }
  }
}
