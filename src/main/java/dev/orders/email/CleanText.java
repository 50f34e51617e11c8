package dev.orders.email;

import java.util.regex.Pattern;

/**
 * Makes words of strangers safe to quote. Control characters and line breaks would end a header or
 * fake a line, bidirectional marks would turn the text around them, half a surrogate pair has no
 * UTF-8 form.
 */
final class CleanText {

  private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");
  private static final Pattern DIRECTIONS =
      Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");
  private static final Pattern HALVES = Pattern.compile("\\p{Cs}");

  private CleanText() {}

  /** One line of visible text, whatever was given. */
  static String line(String text) {
    String oneLine = BREAKS.matcher(text).replaceAll(" ");
    String straight = DIRECTIONS.matcher(oneLine).replaceAll("");
    return HALVES.matcher(straight).replaceAll("\uFFFD").strip();
  }

  /** {@link #line} of at most {@code length} code points; what was cut off shows as an ellipsis. */
  static String line(String text, int length) {
    String line = line(text);
    if (line.codePointCount(0, line.length()) <= length) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, length - 1)).strip() + "…";
  }

  /** The text as it stands in the content, or in a quoted attribute, of HTML. */
  static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
