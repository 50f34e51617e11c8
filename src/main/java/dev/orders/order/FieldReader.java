package dev.orders.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the fields of one object. A field that is missing, of the wrong kind or against its
 * rule is reported here, once, and comes out as null; the caller goes on to the next, so that every
 * fault is found in one go.
 */
final class FieldReader {

  private final JsonValue.Fields object;
  private final String path;
  private final Findings findings;

  /** Warns of every field that is not known. */
  FieldReader(JsonValue.Fields object, String path, Set<String> known, Findings findings) {
    this.object = object;
    this.path = path;
    this.findings = findings;
    object.values().forEach((name, value) -> warnUnlessKnown(name, value, known));
  }

  private void warnUnlessKnown(String name, JsonValue value, Set<String> known) {
    if (!known.contains(name)) {
      findings.warning(value.line(), JsonPath.field(path, name), "unknown field, left out");
    }
  }

  /**
   * True when the field is there and not {@code null}: for optional ones, which say the same by
   * both.
   */
  boolean has(String name) {
    JsonValue value = object.values().get(name);
    boolean isNull = value instanceof JsonValue.Literal literal && literal.isNull();
    return value != null && !isNull;
  }

  /** A string. */
  @Nullable String text(String name, Rule<String> rule) {
    JsonValue.Text text = required(name, JsonValue.Text.class, "a string");
    return text == null ? null : checked(name, text.value(), rule);
  }

  /** A number. */
  @Nullable BigDecimal number(String name, Rule<BigDecimal> rule) {
    JsonValue.Numeric number = required(name, JsonValue.Numeric.class, "a number");
    return number == null ? null : checked(name, number.value(), rule);
  }

  /** A whole number that fits in a long. */
  @Nullable Long count(String name) {
    JsonValue.Numeric number = required(name, JsonValue.Numeric.class, "a whole number");
    BigDecimal count = number == null ? null : checked(name, number.value(), CountRule.ANY);
    return count == null ? null : count.longValueExact();
  }

  /** An object. */
  @Nullable FieldReader object(String name, Set<String> known) {
    JsonValue.Fields fields = required(name, JsonValue.Fields.class, "an object");
    return fields == null
        ? null
        : new FieldReader(fields, JsonPath.field(path, name), known, findings);
  }

  /**
   * An array of objects: null in place of each element that is something else, and for the whole
   * when it is no array.
   */
  @Nullable List<@Nullable FieldReader> objects(String name, Set<String> known) {
    JsonValue.Elements array = required(name, JsonValue.Elements.class, "an array");
    if (array == null) {
      return null;
    }
    List<@Nullable FieldReader> readers = new ArrayList<>();
    for (JsonValue element : array.values()) {
      String place = JsonPath.element(JsonPath.field(path, name), readers.size());
      readers.add(of(element, place, known, findings));
    }
    return readers;
  }

  /** A reader of any value that should be an object; null when it is none, which is reported. */
  static @Nullable FieldReader of(
      JsonValue value, String path, Set<String> known, Findings findings) {
    if (value instanceof JsonValue.Fields fields) {
      return new FieldReader(fields, path, known, findings);
    }
    if (!(value instanceof JsonValue.Faulty)) {
      findings.fault(value.line(), path, "must be an object, not " + value.kind());
    }
    return null;
  }

  /** Reports a fault of the field, or, where it is missing, of the object. */
  void fault(String name, String message) {
    JsonValue value = object.values().get(name);
    long line = value == null ? object.line() : value.line();
    findings.fault(line, JsonPath.field(path, name), message);
  }

  private <V extends JsonValue> @Nullable V required(String name, Class<V> kind, String wanted) {
    JsonValue value = object.values().get(name);
    if (kind.isInstance(value)) {
      return kind.cast(value);
    }
    if (value == null) {
      fault(name, "is missing");
    } else if (!(value instanceof JsonValue.Faulty)) {
      fault(name, "must be " + wanted + ", not " + value.kind());
    }
    return null;
  }

  private <T> @Nullable T checked(String name, T value, Rule<T> rule) {
    String message = rule.faultIn(value);
    if (message != null) {
      fault(name, message);
    }
    return message == null ? value : null;
  }
}
