package dev.orders.app;

import tools.jackson.core.JsonGenerator;

/**
 * How a thing is written as JSON. A stable contract: fields are only ever added.
 *
 * @param <T> the thing
 */
@FunctionalInterface
public interface JsonForm<T> {

  /** Writes the thing as one JSON object. */
  void write(JsonGenerator json, T value);
}
