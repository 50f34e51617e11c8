package dev.orders.order;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A piece of JSON and the line on which it begins. */
sealed interface JsonValue {

  long line();

  /** What it is, with its article, as messages name it. */
  String kind();

  /** A string. */
  record Text(long line, String value) implements JsonValue {
    @Override
    public String kind() {
      return "a string";
    }
  }

  /** A number without trailing zeros, never with a negative scale, and short when written out. */
  record Numeric(long line, BigDecimal value) implements JsonValue {
    @Override
    public String kind() {
      return "a number";
    }
  }

  /** An object. */
  record Fields(long line, Map<String, JsonValue> values) implements JsonValue {
    @Override
    public String kind() {
      return "an object";
    }
  }

  /** An array. */
  record Elements(long line, List<JsonValue> values) implements JsonValue {
    @Override
    public String kind() {
      return "an array";
    }
  }

  /** One of {@code true}, {@code false} and {@code null}. */
  record Literal(long line, String word) implements JsonValue {
    @Override
    public String kind() {
      return word;
    }

    boolean isNull() {
      return word.equals("null");
    }
  }

  /** A value that broke a limit and has been reported: nothing more is to be said about it. */
  record Faulty(long line) implements JsonValue {
    @Override
    public String kind() {
      return "a faulty value";
    }
  }
}
