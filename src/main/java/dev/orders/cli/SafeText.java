package dev.orders.cli;

import java.util.regex.Pattern;

/**
 * Makes text that came from somebody else's data harmless for a terminal: no escape sequences, no
 * control characters, nothing that reverses the direction of what follows. A customer's name must
 * not be able to repaint the screen.
 */
final class SafeText {

  /** CSI and OSC sequences, 7-bit and 8-bit. */
  private static final Pattern SEQUENCES =
      Pattern.compile(
          "(\\x1B\\[|\\x9B)[0-?]*[ -/]*[@-~]|(\\x1B\\]|\\x9D)[^\\x07\\x1B\\x9C]*(\\x07|\\x1B\\\\|\\x9C)?");

  private static final Pattern BREAKS = Pattern.compile("[\\t\\n\\x0B\\f\\r\\x85\\u2028\\u2029]+");

  private SafeText() {}

  /** The text on one line, with nothing in it that a terminal would obey. */
  static String line(String text) {
    if (text.chars().noneMatch(SafeText::isHarmful)) {
      return text;
    }
    String plain = BREAKS.matcher(SEQUENCES.matcher(text).replaceAll("")).replaceAll(" ");
    StringBuilder safe = new StringBuilder(plain.length());
    plain.chars().filter(c -> !isHarmful(c)).forEach(c -> safe.append((char) c));
    return safe.toString();
  }

  /**
   * True for a control character, a line separator, a mark that steers text direction, and the byte
   * order mark.
   */
  static boolean isHarmful(int character) {
    boolean isControl = character < 0x20 || (character >= 0x7F && character <= 0x9F);
    boolean isSeparatorOrEmbedding = character >= 0x2028 && character <= 0x202E;
    boolean isIsolate = character >= 0x2066 && character <= 0x2069;
    boolean isMark = character == 0x061C || character == 0x200E || character == 0x200F;
    return isControl || isSeparatorOrEmbedding || isIsolate || isMark || character == 0xFEFF;
  }
}
