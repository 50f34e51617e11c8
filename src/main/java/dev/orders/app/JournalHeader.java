package dev.orders.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The first line of a journal.
 *
 * @param id what the keys begin with that the journal gives to its orders; never used again
 * @param instance the installation that the orders are for
 * @param namespace its key prefix
 * @param created when the journal was begun, by the server's clock
 * @param retention how long done orders were kept then
 */
record JournalHeader(
    String id, String instance, String namespace, Instant created, Duration retention) {

  /** The first field, and its value for the only format there is. */
  private static final String KIND = "journal";

  private static final String FORMAT = "1";

  private static final String BEGINNING = "{\"%s\":\"%s\",".formatted(KIND, FORMAT);

  /** As a line of the journal. */
  String line() {
    return JournalLine.write(
        json -> {
          json.writeStringProperty(KIND, FORMAT);
          json.writeStringProperty("id", id);
          json.writeStringProperty("instance", instance);
          json.writeStringProperty("namespace", namespace);
          json.writeStringProperty("created", created.toString());
          json.writeStringProperty("retention", retention.toString());
        });
  }

  /** True for what such a line begins with, however little, and for all of it. */
  static boolean isCutFrom(String text) {
    return text.startsWith(BEGINNING) || BEGINNING.startsWith(text);
  }

  /** True for the fields of such a line. */
  static boolean isIn(Map<String, String> fields) {
    return FORMAT.equals(fields.get(KIND));
  }

  /** Reads the fields of such a line. */
  static JournalHeader of(Map<String, String> fields) {
    return new JournalHeader(
        fields.getOrDefault("id", ""),
        fields.getOrDefault("instance", ""),
        fields.getOrDefault("namespace", ""),
        Instant.parse(fields.getOrDefault("created", "")),
        Duration.parse(fields.getOrDefault("retention", "")));
  }

  /** The same for another installation. */
  JournalHeader at(String other) {
    return new JournalHeader(id, other, namespace, created, retention);
  }

  /** The key of an order that has none of its own. */
  String keyFor(long entry) {
    return "j" + id + "-" + entry;
  }
}
