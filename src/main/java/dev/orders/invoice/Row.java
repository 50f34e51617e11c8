package dev.orders.invoice;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands side by side and stays together on a page if it can.
 *
 * @param cells at least one
 * @param above the space above its text, in points
 * @param below the space below its text, in points
 * @param backdrop what lies behind and below the text
 */
record Row(List<Cell> cells, float above, float below, Backdrop backdrop) {

  /** A row without a backdrop. */
  static Row plain(float above, float below, Cell... cells) {
    return new Row(List.of(cells), above, below, Backdrop.NONE);
  }

  /** The height with the spaces, in points. */
  float height() {
    float height = 0;
    for (Cell cell : cells) {
      height = Math.max(height, cell.height());
    }
    return above + height + below;
  }

  /**
   * The part of a row too tall for a page that fits into a height; its cells may be left without
   * lines.
   */
  Row head(float height) {
    List<Cell> parts = new ArrayList<>();
    for (Cell cell : cells) {
      parts.add(cell.part(0, cell.fitting(height - above - below)));
    }
    return new Row(parts, above, below, backdrop);
  }

  /** What {@link #head} leaves over. */
  Row rest(float height) {
    List<Cell> parts = new ArrayList<>();
    for (Cell cell : cells) {
      parts.add(cell.part(cell.fitting(height - above - below), cell.lines().size()));
    }
    return new Row(parts, above, below, backdrop);
  }
}
