package dev.orders.cli;

import dev.orders.app.JsonForm;
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
}
