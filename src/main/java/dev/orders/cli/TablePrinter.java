package dev.orders.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints aligned columns. Widths follow the first rows, which are held back for that; later rows
 * stream, so that a table of any length takes little memory. Only a table that has rows has a head.
 */
final class TablePrinter<T> implements Printer<T> {

  /** How many rows the widths of an ordinary table follow. */
  static final int HELD_BACK = 500;

  private final Table<T> table;
  private final PrintWriter out;
  private final Ink ink;
  private final int holdBack;
  private final List<List<String>> held = new ArrayList<>();
  private int[] widths = new int[0];

  /**
   * @param holdBack how many rows the widths follow; with 1, what is printed is seen at once
   */
  TablePrinter(Table<T> table, PrintWriter out, Ink ink, int holdBack) {
    this.table = table;
    this.out = out;
    this.ink = ink;
    this.holdBack = holdBack;
  }

  @Override
  public void print(T value) {
    for (List<String> row : table.rows(value)) {
      List<String> safe = row.stream().map(SafeText::line).toList();
      if (widths.length > 0) {
        out.print(line(safe) + "\n");
      } else {
        held.add(safe);
      }
    }
    if (held.size() >= holdBack) {
      release();
    }
    if (holdBack == 1) {
      out.flush();
    }
  }

  @Override
  public void close() {
    if (!held.isEmpty()) {
      release();
    }
    out.flush();
  }

  private void release() {
    widths = widths();
    out.print(ink.heading(line(table.columns())) + "\n");
    held.forEach(row -> out.print(line(row) + "\n"));
    held.clear();
  }

  private int[] widths() {
    int[] result = table.columns().stream().mapToInt(Columns::of).toArray();
    for (List<String> row : held) {
      for (int i = 0; i < result.length; i++) {
        result[i] = Math.max(result[i], Columns.of(row.get(i)));
      }
    }
    return result;
  }

  private String line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      line.append(Columns.pad(cells.get(i), widths[i])).append("  ");
    }
    return line.toString().stripTrailing();
  }
}
