package dev.orders.cli;

import dev.orders.app.JsonForm;
import java.util.List;

/**
 * How a kind of thing is shown in each format.
 *
 * @param <T> the thing
 */
interface View<T> {

  /** The heads of the table's columns. */
  List<String> columns();

  /** The thing's lines in the table; cells may hold anything, they are made safe later. */
  List<List<String>> rows(T value);

  /** The thing's bare ids. */
  List<String> ids(T value);

  /** The thing as JSON. */
  JsonForm<T> json();
}
