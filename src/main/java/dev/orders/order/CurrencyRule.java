package dev.orders.order;

import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An ISO 4217 code that one can pay in, in capitals, as the JDK knows them. Codes without decimals
 * of their own, such as gold (XAU) and "no currency" (XXX), are no money.
 */
final class CurrencyRule implements Rule<String> {

  static final CurrencyRule CODE = new CurrencyRule();

  private final Set<String> codes =
      Currency.getAvailableCurrencies().stream()
          .filter(currency -> currency.getDefaultFractionDigits() >= 0)
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  private CurrencyRule() {}

  @Override
  public @Nullable String faultIn(String code) {
    return codes.contains(code)
        ? null
        : Quote.quoted(code) + " is not a currency code of ISO 4217, such as KRW";
  }
}
