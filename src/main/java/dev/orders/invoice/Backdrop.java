package dev.orders.invoice;

import org.jspecify.annotations.Nullable;

/**
 * What lies behind a row, from a left edge to the right margin.
 *
 * @param left its left edge, in points from the left edge of the paper
 * @param tint fills the row; null for none
 * @param rule the colour of a line under the row; null for none
 * @param thickness of that line, in points
 */
record Backdrop(float left, @Nullable Ink tint, @Nullable Ink rule, float thickness) {

  static final Backdrop NONE = new Backdrop(Sheet.LEFT, null, null, 0);
  static final Backdrop HAIRLINE = new Backdrop(Sheet.LEFT, null, Ink.HAIRLINE, 0.5f);
  static final Backdrop STRONG_LINE = new Backdrop(Sheet.LEFT, null, Ink.ACCENT, 1.2f);
  static final Backdrop BAND = new Backdrop(Sheet.LEFT, Ink.TINT, Ink.ACCENT, 0.8f);
}
