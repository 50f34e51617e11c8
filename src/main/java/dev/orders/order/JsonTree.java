package dev.orders.order;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;

/**
 * Reads the JSON of one order into values that know their line. What breaks a limit, or stands
 * twice under one name, is reported and the reading goes on; a syntax error is reported and ends
 * it.
 */
final class JsonTree {

  /** The longest string, in bytes of UTF-8. */
  static final int LONGEST_STRING = 64 * 1024;

  private static final int MOST_BYTES_A_CHAR = 3;

  private final JsonParser parser;
  private final Origin origin;
  private final Findings findings;

  private JsonTree(JsonParser parser, Origin origin, Findings findings) {
    this.parser = parser;
    this.origin = origin;
    this.findings = findings;
  }

  /**
   * Where a piece of JSON stands.
   *
   * @param line its first line
   * @param oneLine true when it has no other
   * @param path its own path in the document; empty for the whole of it
   */
  record Origin(long line, boolean oneLine, String path) {}

  /**
   * Reads the one value that the text holds; null when it is not JSON, which has then been
   * reported.
   */
  static @Nullable JsonValue read(char[] text, int length, Origin origin, Findings findings) {
    try (JsonParser parser =
        Json.FACTORY.createParser(ObjectReadContext.empty(), text, 0, length)) {
      return new JsonTree(parser, origin, findings).whole();
    }
  }

  private @Nullable JsonValue whole() {
    try {
      JsonToken first = parser.nextToken();
      JsonValue value = first == null ? faulty("is empty") : value(first);
      return parser.nextToken() == null ? value : faulty("is followed by more");
    } catch (JacksonException e) {
      findings.fault(lineOf(e), path(), "is not JSON: " + reason(e));
      return null;
    }
  }

  /** Jackson's words, less the advice to programmers on how to allow it. */
  private static String reason(JacksonException e) {
    String message = e.getOriginalMessage();
    int advice = message.indexOf(": enable ");
    return Quote.message(advice < 0 ? message : message.substring(0, advice));
  }

  private JsonValue value(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> fields();
      case START_ARRAY -> elements();
      case VALUE_STRING -> text();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
      default -> new JsonValue.Literal(line(), parser.getString());
    };
  }

  private JsonValue fields() {
    long line = line();
    Map<String, JsonValue> values = new LinkedHashMap<>();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      boolean again = values.containsKey(name);
      if (again) {
        findings.fault(line(), path(), "stands there twice; which one counts cannot be known");
      }
      JsonValue value = value(parser.nextToken());
      values.put(name, again ? new JsonValue.Faulty(value.line()) : value);
    }
    return new JsonValue.Fields(line, values);
  }

  private JsonValue elements() {
    long line = line();
    List<JsonValue> values = new ArrayList<>();
    for (JsonToken next = parser.nextToken();
        next != JsonToken.END_ARRAY;
        next = parser.nextToken()) {
      values.add(value(next));
    }
    return new JsonValue.Elements(line, values);
  }

  private JsonValue text() {
    String text = parser.getString();
    boolean mayBeTooLong = text.length() > LONGEST_STRING / MOST_BYTES_A_CHAR;
    if (mayBeTooLong && text.getBytes(StandardCharsets.UTF_8).length > LONGEST_STRING) {
      return faulty("is longer than 64 KB");
    }
    return new JsonValue.Text(line(), text);
  }

  private JsonValue number() {
    String text = parser.getString();
    BigDecimal number = JsonNumber.parse(text);
    return number == null
        ? faulty(
            Quote.plain(text)
                + " has more than "
                + JsonNumber.LONGEST
                + " characters, written out in full")
        : new JsonValue.Numeric(line(), number);
  }

  private JsonValue faulty(String message) {
    findings.fault(line(), path(), message);
    return new JsonValue.Faulty(line());
  }

  private String path() {
    return JsonPath.of(origin.path(), parser.streamReadContext());
  }

  private long line() {
    return origin.oneLine() ? origin.line() : lineOf(parser.currentTokenLocation());
  }

  private long lineOf(JacksonException e) {
    TokenStreamLocation location = e.getLocation();
    return location == null ? origin.line() : lineOf(location);
  }

  private long lineOf(TokenStreamLocation location) {
    return origin.line() + Math.max(location.getLineNr(), 1) - 1;
  }
}
