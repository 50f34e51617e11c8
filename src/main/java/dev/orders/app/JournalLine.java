package dev.orders.app;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * One line of a journal: a JSON object whose last field, {@code crc}, is the CRC-32C of everything
 * before it, so that a line tells by itself whether it is whole.
 */
final class JournalLine {

  private static final String SEAL = ",\"crc\":\"%08x\"}";
  private static final int SEAL_LENGTH = SEAL.formatted(0).length();

  private JournalLine() {}

  /** Writes a line, with its end. */
  static String write(Consumer<JsonGenerator> fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = Json.to(text)) {
      json.writeStartObject();
      fields.accept(json);
      json.writeEndObject();
    }
    String open = text.getBuffer().substring(0, text.getBuffer().length() - 1);
    return open + seal(open) + "\n";
  }

  /**
   * Reads a line's fields in their order, each as text, an object as its JSON.
   *
   * @return empty when the line is not whole
   */
  static Optional<Map<String, String>> read(String line) {
    int end = line.length() - SEAL_LENGTH;
    boolean isWhole = end > 0 && line.startsWith(seal(line.substring(0, end)), end);
    return isWhole ? Optional.of(fields(line)) : Optional.empty();
  }

  private static String seal(String open) {
    CRC32C crc = new CRC32C();
    crc.update(open.getBytes(StandardCharsets.UTF_8));
    return SEAL.formatted(crc.getValue());
  }

  private static Map<String, String> fields(String line) {
    Map<String, String> fields = new LinkedHashMap<>();
    try (JsonParser json = Json.from(line)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        fields.put(name, value(json, line));
      }
    }
    return fields;
  }

  private static String value(JsonParser json, String line) {
    if (!json.nextToken().isStructStart()) {
      return json.getString();
    }
    int start = (int) json.currentTokenLocation().getCharOffset();
    json.skipChildren();
    return line.substring(start, (int) json.currentLocation().getCharOffset());
  }
}
