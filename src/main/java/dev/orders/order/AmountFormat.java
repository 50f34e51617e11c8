package dev.orders.order;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;

/**
 * Writes amounts of money as a customer reads them: {@code 1,500,000원}, {@code $1,234.50}, {@code
 * CHF 12.00}. Symbols and grouping are fixed here rather than taken from the JDK's locale data,
 * which changes from release to release, because an invoice written twice must be the same to the
 * byte. Immutable and thread-safe.
 */
public final class AmountFormat {

  /**
   * Dollars and yuan other than the customary one carry their country, so that no two currencies
   * look alike.
   */
  private static final Map<String, String> SYMBOLS =
      Map.ofEntries(
          Map.entry("AUD", "A$"),
          Map.entry("CAD", "CA$"),
          Map.entry("CNY", "CN¥"),
          Map.entry("EUR", "€"),
          Map.entry("GBP", "£"),
          Map.entry("HKD", "HK$"),
          Map.entry("JPY", "¥"),
          Map.entry("KRW", "₩"),
          Map.entry("NZD", "NZ$"),
          Map.entry("SGD", "S$"),
          Map.entry("TWD", "NT$"),
          Map.entry("USD", "$"));

  private final boolean korean;

  /** Korean for a Korean locale, English for every other. */
  public AmountFormat(Locale locale) {
    this.korean = locale.getLanguage().equals("ko");
  }

  /**
   * Writes an amount with the currency's customary decimals, or with all of its own where it has
   * more; nothing is rounded. A negative amount starts with a minus sign.
   */
  public String format(BigDecimal amount, Currency currency) {
    String sign = amount.signum() < 0 ? "-" : "";
    String number = grouped(withDecimals(amount.abs(), currency).toPlainString());
    return sign + withCurrency(number, currency.getCurrencyCode());
  }

  private String withCurrency(String number, String code) {
    if (korean && code.equals("KRW")) {
      return number + "원";
    }
    String symbol = SYMBOLS.get(code);
    return symbol == null ? code + " " + number : symbol + number;
  }

  private static BigDecimal withDecimals(BigDecimal amount, Currency currency) {
    int customary = Math.max(0, currency.getDefaultFractionDigits());
    int own = amount.stripTrailingZeros().scale();
    return amount.setScale(Math.max(customary, own));
  }

  private static String grouped(String plain) {
    int point = plain.indexOf('.');
    StringBuilder text = new StringBuilder(plain);
    for (int at = (point < 0 ? plain.length() : point) - 3; at > 0; at -= 3) {
      text.insert(at, ',');
    }
    return text.toString();
  }
}
