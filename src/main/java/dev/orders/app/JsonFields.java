package dev.orders.app;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes fields of a JSON object one after the other; a field without a value is left out. */
final class JsonFields {

  /** RFC 3339, always with milliseconds and an offset in digits. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");

  private final JsonGenerator json;
  private final ZoneId zone;

  JsonFields(JsonGenerator json, ZoneId zone) {
    this.json = json;
    this.zone = zone;
  }

  JsonFields text(String name, @Nullable String value) {
    if (value != null) {
      json.writeStringProperty(name, value);
    }
    return this;
  }

  JsonFields number(String name, long value) {
    json.writeNumberProperty(name, value);
    return this;
  }

  JsonFields time(String name, @Nullable Instant value) {
    return text(name, value == null ? null : TIME.format(value.atZone(zone)));
  }
}
