package dev.orders.order;

import java.util.regex.Pattern;

/**
 * Makes text from an input fit to stand in a message: short, on one line, and harmless to a
 * terminal.
 */
final class Quote {

  private static final int LONGEST = 80;
  private static final int LONGEST_MESSAGE = 240;

  /** How Jackson repeats a word that is none of its own. */
  private static final Pattern TOKEN = Pattern.compile("^Unrecognized token '.*?'(?=:|$)");

  private Quote() {}

  /** The text in double quotes, cut and escaped. */
  static String quoted(String text) {
    return '"' + plain(text) + '"';
  }

  /**
   * The text cut at 80 characters, with everything escaped that is not visible or not a whole
   * character.
   */
  static String plain(String text) {
    return upTo(LONGEST, text);
  }

  /**
   * The first byte of what stands where something else should. No more of it: it may be a line of
   * somebody's customer list, and messages end up in logs.
   */
  static String beginning(int firstByte) {
    boolean isAscii = firstByte < 0x80;
    return isAscii ? quoted(String.valueOf((char) firstByte)) : "a letter beyond ASCII";
  }

  /** Somebody else's message about an input, treated likewise, and without the input's words. */
  static String message(String text) {
    return upTo(LONGEST_MESSAGE, TOKEN.matcher(text).replaceFirst("Unrecognized token"));
  }

  private static String upTo(int longest, String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints().limit(longest).forEach(codePoint -> append(out, codePoint));
    boolean isCut = text.codePointCount(0, Math.min(text.length(), 2 * longest + 1)) > longest;
    return isCut ? out.append('…').toString() : out.toString();
  }

  private static void append(StringBuilder out, int codePoint) {
    if (isVisible(codePoint)) {
      out.appendCodePoint(codePoint);
    } else {
      out.append(String.format("\\u%04x", codePoint));
    }
  }

  private static boolean isVisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
