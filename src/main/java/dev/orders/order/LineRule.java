package dev.orders.order;

import org.jspecify.annotations.Nullable;

/**
 * One line of visible text. Every text of an order stands in a mail header, on an address label or
 * in a table's cell, where a line break, a tab or any other control character would start something
 * that was not ordered.
 */
final class LineRule implements Rule<String> {

  static final LineRule VISIBLE = new LineRule();

  private LineRule() {}

  @Override
  public @Nullable String faultIn(String text) {
    boolean blank = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isForbidden(c, text, i)) {
        return String.format("must be one line of text, but holds %s U+%04X", nameOf(c), (int) c);
      }
      blank = blank && isInvisible(c);
    }
    return blank ? "is blank" : null;
  }

  private static boolean isForbidden(char c, String text, int at) {
    boolean isLineSeparator = c == '\u2028' || c == '\u2029';
    return Character.isISOControl(c) || isLineSeparator || isLoneSurrogate(c, text, at);
  }

  private static boolean isLoneSurrogate(char c, String text, int at) {
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }

  private static String nameOf(char c) {
    if (c == '\t') {
      return "a tab";
    }
    if (Character.isSurrogate(c)) {
      return "half a character";
    }
    boolean breaksLine = "\n\r\u000B\f\u0085\u2028\u2029".indexOf(c) >= 0;
    return breaksLine ? "a line break" : "the control character";
  }

  /** White space of any script, and what has no width at all. */
  private static boolean isInvisible(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT
        || c == '\u3164';
  }
}
