package dev.orders.email;

import java.text.MessageFormat;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The words of the letters in one language: Korean, or English for every other locale. */
final class Phrases {

  private static final String BUNDLE = "dev.orders.email.letters";

  private final ResourceBundle bundle;

  Phrases(Locale locale) {
    // Without a fallback to the machine's own locale, which would write Korean to an English
    // reader.
    Control noFallback = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    this.bundle = ResourceBundle.getBundle(BUNDLE, locale, noFallback);
  }

  /** The phrase, with its places filled in. */
  String get(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
  }

  /** The language as HTML names it. */
  String language() {
    return get("language");
  }

  /** A time as a letter states it. */
  String time(ZonedDateTime time) {
    // A pattern of our own: the JDK's localized ones change from release to release.
    return DateTimeFormatter.ofPattern(bundle.getString("time"), Locale.ENGLISH).format(time);
  }
}
