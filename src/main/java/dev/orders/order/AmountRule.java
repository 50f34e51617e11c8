package dev.orders.order;

import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** No more decimals than the currency has. */
final class AmountRule implements Rule<BigDecimal> {

  private final @Nullable Currency currency;

  /** Null for a currency that is not known: then any number of decimals will do. */
  AmountRule(@Nullable Currency currency) {
    this.currency = currency;
  }

  @Override
  public @Nullable String faultIn(BigDecimal amount) {
    if (currency == null || amount.scale() <= currency.getDefaultFractionDigits()) {
      return null;
    }
    int decimals = currency.getDefaultFractionDigits();
    return String.format(
        "%s has more decimals than %s has (%s)",
        amount.toPlainString(), currency.getCurrencyCode(), decimals == 0 ? "none" : decimals);
  }

  /** The same rule, and not below zero. */
  Rule<BigDecimal> notNegative() {
    return amount ->
        amount.signum() < 0 ? amount.toPlainString() + " is less than 0" : faultIn(amount);
  }
}
