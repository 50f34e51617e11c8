package dev.orders.cli;

/**
 * How many columns of a terminal a text takes: two for the wide characters of East Asia and emoji,
 * none for marks.
 */
final class Columns {

  /**
   * First and last code point of each wide range (Unicode UAX #11, W and F, joined where gaps are
   * unassigned).
   */
  private static final int[][] WIDE = {
    {0x1100, 0x115F}, {0x231A, 0x231B}, {0x2E80, 0x303E}, {0x3041, 0x33FF}, {0x3400, 0x4DBF},
    {0x4E00, 0xA4CF}, {0xA960, 0xA97C}, {0xAC00, 0xD7A3}, {0xF900, 0xFAFF}, {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1FAFF},
    {0x20000, 0x3FFFD}
  };

  private Columns() {}

  /** The columns that the text takes. */
  static int of(String text) {
    return text.codePoints().map(Columns::width).sum();
  }

  /** The text followed by the blanks that it lacks. */
  static String pad(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - of(text)));
  }

  private static int width(int codePoint) {
    int type = Character.getType(codePoint);
    boolean isMark =
        type == Character.NON_SPACING_MARK
            || type == Character.ENCLOSING_MARK
            || type == Character.FORMAT;
    if (isMark) {
      return 0;
    }
    for (int[] range : WIDE) {
      if (codePoint >= range[0] && codePoint <= range[1]) {
        return 2;
      }
    }
    return 1;
  }
}
