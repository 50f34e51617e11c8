package dev.orders.cli;

import dev.orders.app.Json;
import dev.orders.app.JsonForm;
import java.io.PrintWriter;
import tools.jackson.core.JsonGenerator;

/**
 * Prints one JSON document, an object or an array; or an object a line, each flushed as it comes.
 */
final class JsonPrinter<T> implements Printer<T> {

  /** What the output as a whole is. */
  enum Shape {
    OBJECT,
    ARRAY,
    LINES
  }

  private final JsonForm<T> form;
  private final Shape shape;
  private final JsonGenerator json;

  JsonPrinter(JsonForm<T> form, Shape shape, PrintWriter out) {
    this.form = form;
    this.shape = shape;
    this.json = Json.to(new SafeJsonWriter(out));
    if (shape == Shape.ARRAY) {
      json.writeStartArray();
    }
  }

  @Override
  public void print(T value) {
    form.write(json, value);
    if (shape != Shape.ARRAY) {
      json.writeRaw('\n');
      json.flush();
    }
  }

  @Override
  public void close() {
    if (shape == Shape.ARRAY) {
      json.writeEndArray();
      json.writeRaw('\n');
    }
    json.flush();
    json.close();
  }
}
