package dev.orders.cli;

import dev.orders.app.JsonForm;
import java.io.PrintWriter;
import java.util.List;

/**
 * How a kind of thing is shown in each format.
 *
 * @param <T> the thing
 */
interface View<T> extends Table<T> {

  /** The thing's bare ids. */
  List<String> ids(T value);

  /** The thing as JSON. */
  JsonForm<T> json();

  /**
   * How people get it: as a table, unless the thing is better drawn.
   *
   * @param holdBack how many rows a table's widths follow
   */
  default Printer<T> forPeople(PrintWriter out, Ink ink, int holdBack) {
    return new TablePrinter<>(this, out, ink, holdBack);
  }
}
