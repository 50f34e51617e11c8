package dev.orders.invoice;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines of text one below the other in a column.
 *
 * @param column where they stand
 * @param lines from top to bottom
 */
record Cell(Column column, List<Line> lines) {

  /** Sets a text into a column, on as many lines as it needs. */
  static Cell of(Column column, Style style, @Nullable String text) {
    return new Cell(column, column.set(style, text));
  }

  /** The height of all lines, in points. */
  float height() {
    float height = 0;
    for (Line line : lines) {
      height += line.height();
    }
    return height;
  }

  /** How many of the lines fit into a height in points. */
  int fitting(float height) {
    float used = 0;
    int count = 0;
    for (Line line : lines) {
      used += line.height();
      if (used > height) {
        break;
      }
      count++;
    }
    return count;
  }

  /** The lines from one number (from 0) to another, without the latter. */
  Cell part(int from, int to) {
    return new Cell(column, new ArrayList<>(lines.subList(from, to)));
  }
}
