package dev.orders.order;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A whole number from 1 to the largest long. {@code 2.0} is as whole as {@code 2}. */
final class CountRule implements Rule<BigDecimal> {

  static final CountRule ANY = new CountRule();

  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  private CountRule() {}

  @Override
  public @Nullable String faultIn(BigDecimal number) {
    if (number.scale() > 0) {
      return number.toPlainString() + " is not a whole number";
    }
    if (number.signum() <= 0) {
      return number.toPlainString() + " is less than 1";
    }
    return number.compareTo(MOST) > 0 ? number.toPlainString() + " is too large" : null;
  }
}
