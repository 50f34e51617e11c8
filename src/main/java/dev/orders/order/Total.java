package dev.orders.order;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A sum that is known only if every part of it is. */
final class Total {

  private @Nullable BigDecimal sum = BigDecimal.ZERO;

  /** Adds a part; null for one that is not known. */
  void add(@Nullable BigDecimal part) {
    sum = sum == null || part == null ? null : sum.add(part);
  }

  /** Null when a part is not known. */
  @Nullable BigDecimal sum() {
    return sum;
  }
}
