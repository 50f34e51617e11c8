package dev.orders.invoice;

import java.text.MessageFormat;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * The fixed words of the invoice in the customer's language: Korean for a Korean locale, English
 * for every other, whatever the locale of the machine. Dates have written-out patterns, since those
 * of the JDK change with its release.
 */
final class Labels {

  private static final Control NO_FALLBACK =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  private final ResourceBundle bundle;
  private final DateTimeFormatter dates;

  Labels(Locale locale) {
    bundle = ResourceBundle.getBundle("dev.orders.invoice.invoice", locale, NO_FALLBACK);
    dates = DateTimeFormatter.ofPattern(get("date.pattern"), Locale.ROOT);
  }

  /** The text under a key. */
  String get(String key) {
    return bundle.getString(key);
  }

  /** The text under a key with {@code {0}}, {@code {1}}, … filled in. */
  String get(String key, String... values) {
    return new MessageFormat(get(key), Locale.ROOT).format(values);
  }

  /** A moment, to the minute. */
  String date(ZonedDateTime moment) {
    return dates.format(moment);
  }
}
