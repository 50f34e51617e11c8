package dev.orders.invoice;

/** One line of printable text; empty for a gap of one line. */
record Line(String text, Style style) {

  /** The height it takes, in points. */
  float height() {
    return style.leading();
  }

  /** The width of its text, in points. */
  float width() {
    return style.width(text);
  }
}
