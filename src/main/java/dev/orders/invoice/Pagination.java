package dev.orders.invoice;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lays rows onto pages from top to bottom. Rows that are placed together stay together unless they
 * are taller than a page; a row is split only if it alone is.
 */
final class Pagination {

  /** A row and where it stands: its top edge, in points from the top of the paper. */
  record Placed(Row row, float top) {}

  /** So many rows at the end of a group that is taller than a page stay together all the same. */
  private static final int KEPT_AT_LEAST = 3;

  private final List<List<Placed>> pages = new ArrayList<>();
  private @Nullable Row header;
  private float y;

  Pagination() {
    openPage();
  }

  /** The pages so far, at least one; each holds its rows from top to bottom. */
  List<List<Placed>> pages() {
    return pages;
  }

  /**
   * Begins a table: its head stands above the first rows, on their page, and on top of every
   * further page.
   */
  void begin(Row head, List<Row> first) {
    float height = head.height() + height(first);
    if (height > room() && height <= roomOfEmptyPage()) {
      openPage();
    }
    put(head);
    header = head;
    place(first);
  }

  /** Puts rows below what is there, on the next page if they do not fit together on this one. */
  void place(List<Row> together) {
    float height = height(together);
    if (height <= room()) {
      together.forEach(this::put);
    } else if (height <= roomOfEmptyPage()) {
      openPage();
      together.forEach(this::put);
    } else {
      int kept = Math.max(1, together.size() - KEPT_AT_LEAST);
      together.subList(0, kept).forEach(this::placeAlone);
      place(together.subList(kept, together.size()));
    }
  }

  private void placeAlone(Row row) {
    boolean isTallerThanPage = row.height() > roomOfEmptyPage();
    if (isTallerThanPage) {
      split(row);
      return;
    }
    if (row.height() > room()) {
      openPage();
    }
    put(row);
  }

  private void split(Row row) {
    Row rest = row;
    while (rest.height() > room()) {
      float room = room();
      Row head = rest.head(room);
      boolean isEmpty = head.cells().stream().allMatch(cell -> cell.lines().isEmpty());
      if (!isEmpty) {
        put(head);
        rest = rest.rest(room);
      }
      openPage();
    }
    put(rest);
  }

  private void put(Row row) {
    pages.get(pages.size() - 1).add(new Placed(row, y));
    y += row.height();
  }

  private void openPage() {
    pages.add(new ArrayList<>());
    y = Sheet.TOP;
    if (header != null) {
      put(header);
    }
  }

  private static float height(List<Row> rows) {
    float height = 0;
    for (Row row : rows) {
      height += row.height();
    }
    return height;
  }

  private float room() {
    return Sheet.BOTTOM - y;
  }

  private float roomOfEmptyPage() {
    return Sheet.BOTTOM - Sheet.TOP - (header == null ? 0 : header.height());
  }
}
