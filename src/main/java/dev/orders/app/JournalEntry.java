package dev.orders.app;

import dev.orders.queue.Submission;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * An order in a journal.
 *
 * @param number counts the orders of the journal, from 1
 * @param place the file and line that it came from
 * @param key its idempotency key; every order in a journal has one
 * @param fingerprint of its body
 * @param delay how long after the journal was begun its tasks may start
 * @param body its canonical JSON
 */
record JournalEntry(
    long number, String place, String key, String fingerprint, Duration delay, String body) {

  private static final String KIND = "entry";

  /** As a line of the journal. */
  String line() {
    return JournalLine.write(
        json -> {
          json.writeNumberProperty(KIND, number);
          json.writeStringProperty("place", place);
          json.writeStringProperty("key", key);
          json.writeStringProperty("fingerprint", fingerprint);
          json.writeNumberProperty("delay", delay.toMillis());
          json.writeName("order");
          json.writeRawValue(body);
        });
  }

  /** True for the fields of such a line. */
  static boolean isIn(Map<String, String> fields) {
    return fields.containsKey(KIND);
  }

  /** Reads the fields of such a line. */
  static JournalEntry of(Map<String, String> fields) {
    return new JournalEntry(
        Long.parseLong(fields.getOrDefault(KIND, "")),
        fields.getOrDefault("place", ""),
        fields.getOrDefault("key", ""),
        fields.getOrDefault("fingerprint", ""),
        Duration.ofMillis(Long.parseLong(fields.getOrDefault("delay", "0"))),
        fields.getOrDefault("order", ""));
  }

  /** True when it is the same order under the same key. */
  boolean isSameAs(JournalEntry other) {
    return key.equals(other.key) && fingerprint.equals(other.fingerprint);
  }

  /**
   * The order on its way in; what is left of the delay, if it is late.
   *
   * @param begun when the journal was begun
   */
  Submission submission(Instant begun, Instant now) {
    Duration left = Duration.between(now, begun.plus(delay));
    return new Submission(
        body, fingerprint, key, left.isNegative() ? Duration.ZERO : left, TaskTypes.first());
  }
}
