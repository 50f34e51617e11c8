package dev.orders.order;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON number without ever doing arithmetic on a monstrous one: {@code 1e999999999} is a
 * dozen characters in the file and a gigabyte when written out.
 */
final class JsonNumber {

  /** The longest number, as it stands in the input and as it is written out without an exponent. */
  static final int LONGEST = 64;

  private static final int EXPONENT_DIGITS = 3;

  private JsonNumber() {}

  /** The number without trailing zeros and with a scale of at least 0; null when it is too long. */
  static @Nullable BigDecimal parse(String text) {
    if (text.length() > LONGEST || hasHugeExponent(text)) {
      return null;
    }
    BigDecimal number = new BigDecimal(text);
    return number.scale() == 0 ? number : tidy(number.stripTrailingZeros());
  }

  private static @Nullable BigDecimal tidy(BigDecimal number) {
    int digits = Math.max(number.precision() - number.scale(), 1) + Math.max(number.scale(), 0);
    if (digits > LONGEST - "-.".length()) {
      return null;
    }
    return number.scale() < 0 ? number.setScale(0) : number;
  }

  private static boolean hasHugeExponent(String text) {
    int e = Math.max(text.indexOf('e'), text.indexOf('E'));
    return e >= 0 && text.length() - e - 1 > "-".length() + EXPONENT_DIGITS;
  }
}
