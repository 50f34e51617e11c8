package dev.orders.invoice;

/**
 * How a line of text looks.
 *
 * @param face its weight
 * @param size of the font, in points
 * @param leading the height that a line takes, in points
 * @param ink its colour
 */
record Style(Face face, float size, float leading, Ink ink) {

  /** Capitals and figures of the font are this much of its size high. */
  static final float CAPITAL = 0.733f;

  static final Style TITLE = new Style(Face.BOLD, 24, 30, Ink.ACCENT);
  static final Style SELLER = new Style(Face.BOLD, 11, 16, Ink.TEXT);
  static final Style HEADING = new Style(Face.BOLD, 9, 14, Ink.ACCENT);
  static final Style BODY = new Style(Face.REGULAR, 9, 14, Ink.TEXT);
  static final Style STRONG = new Style(Face.BOLD, 9, 14, Ink.TEXT);
  static final Style SMALL = new Style(Face.REGULAR, 8, 12, Ink.MUTED);
  static final Style LABEL = new Style(Face.REGULAR, 9, 14, Ink.MUTED);
  static final Style TOTAL = new Style(Face.BOLD, 13, 18, Ink.ACCENT);

  /** The width of a printable text, in points. */
  float width(String text) {
    return face.advance(text) * size / 1000;
  }
}
