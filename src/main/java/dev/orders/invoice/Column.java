package dev.orders.invoice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A strip of the page.
 *
 * @param left its left edge, in points from the left edge of the paper
 * @param width in points
 * @param flushRight true when its text ends at the right edge, as amounts do
 */
record Column(float left, float width, boolean flushRight) {

  static Column left(float left, float width) {
    return new Column(left, width, false);
  }

  static Column right(float left, float width) {
    return new Column(left, width, true);
  }

  /** Breaks a text to the width of this column; at least one line. */
  List<Line> set(Style style, @Nullable String text) {
    return LineBreaker.lines(PrintableText.of(text), style, width);
  }

  /** Where the text of a line begins, in points from the left edge of the paper. */
  float startOf(Line line) {
    return flushRight ? left + width - line.width() : left;
  }
}
