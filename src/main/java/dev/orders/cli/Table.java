package dev.orders.cli;

import java.util.List;

/**
 * How a kind of thing is shown to people.
 *
 * @param <T> the thing
 */
interface Table<T> {

  /** The heads of the columns. */
  List<String> columns();

  /** The thing's lines; cells may hold anything, they are made safe later. */
  List<List<String>> rows(T value);
}
