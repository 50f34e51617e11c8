package dev.orders.invoice;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import org.jspecify.annotations.Nullable;

/**
 * Turns any text into one that the font can draw, so that no name can fail an invoice. White space
 * becomes single spaces; what is invisible (controls, direction marks, joiners, variation
 * selectors) goes. A character that the font lacks is drawn as its plain relative where Unicode
 * knows one (Ş as S), else as a white square. A mark that the font lacks goes, since the letter
 * beneath it stays.
 */
final class PrintableText {

  private static final int SUBSTITUTE = '□';

  /**
   * Letters of living languages whose plain relatives, in the same order, Unicode does not tell.
   */
  private static final String STROKED = "ŁłĦħŦŧı";

  private static final String PLAIN = "LlHhTti";

  private final StringBuilder out = new StringBuilder();
  private boolean spaceIsDue;

  private PrintableText() {}

  /** Never null, never throws; empty only for an empty or null text. */
  static String of(@Nullable String raw) {
    if (raw == null || raw.isEmpty()) {
      return "";
    }
    PrintableText text = new PrintableText();
    Normalizer.normalize(raw, Form.NFC).codePoints().forEach(text::add);
    return text.out.isEmpty() ? Character.toString(SUBSTITUTE) : text.out.toString();
  }

  private void add(int codePoint) {
    if (isSpace(codePoint)) {
      spaceIsDue = !out.isEmpty();
    } else if (!isInvisible(codePoint)) {
      addVisible(codePoint);
    }
  }

  private void addVisible(int codePoint) {
    if (isDrawable(codePoint)) {
      append(codePoint);
    } else if (!isMark(codePoint)) {
      addRelative(codePoint);
    }
  }

  private void addRelative(int codePoint) {
    int[] relative = relative(codePoint);
    boolean drawable = relative.length > 0;
    for (int part : relative) {
      drawable &= isDrawable(part);
    }
    for (int part : drawable ? relative : new int[] {SUBSTITUTE}) {
      append(part);
    }
  }

  private static int[] relative(int codePoint) {
    int stroked = STROKED.indexOf(codePoint);
    if (stroked >= 0) {
      return new int[] {PLAIN.charAt(stroked)};
    }
    String parts = Normalizer.normalize(Character.toString(codePoint), Form.NFKD);
    return parts.codePoints().filter(part -> !isMark(part)).toArray();
  }

  private void append(int codePoint) {
    if (spaceIsDue) {
      out.append(' ');
      spaceIsDue = false;
    }
    out.appendCodePoint(codePoint);
  }

  private static boolean isDrawable(int codePoint) {
    return Face.REGULAR.has(codePoint) && Face.BOLD.has(codePoint);
  }

  private static boolean isSpace(int codePoint) {
    return Character.isSpaceChar(codePoint) || Character.isWhitespace(codePoint);
  }

  private static boolean isInvisible(int codePoint) {
    int type = Character.getType(codePoint);
    boolean selectsVariation = codePoint >= 0xFE00 && codePoint <= 0xFE0F;
    return type == Character.CONTROL || type == Character.FORMAT || selectsVariation;
  }

  private static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }
}
