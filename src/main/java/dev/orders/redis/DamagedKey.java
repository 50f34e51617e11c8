package dev.orders.redis;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a script says of a key that somebody else has written: {@code DAMAGED key complaint}. */
final class DamagedKey {

  private static final Pattern SAID =
      Pattern.compile(
          "DAMAGED (\\S+:)(\\S+) (has the wrong type|exists before|is not a number|has no number of open tasks)");

  private DamagedKey() {}

  /** What is wrong and what to do about it; empty when the message is about something else. */
  static Optional<String> sentence(String message) {
    Matcher said = SAID.matcher(message);
    return said.find()
        ? Optional.of(sentence(said.group(1) + said.group(2), said.group(1), said.group(3)))
        : Optional.empty();
  }

  private static String sentence(String key, String prefix, String complaint) {
    return switch (complaint) {
      case "is not a number" ->
          "the counter %s is not a number, and nothing was changed. Set it to how many orders were accepted there: redis-cli HGET %scount accepted"
              .formatted(key, prefix);
      case "has no number of open tasks" ->
          "the order at %s does not say how many of its tasks are open, and nothing was changed. Have them counted again with \"orders audit --repair\"."
              .formatted(key);
      case "exists before" ->
          "the key %s lies where the next order will, and nothing was submitted. See \"orders audit\"; if it is no order of yours, move it away: redis-cli RENAME %s stray:%s"
              .formatted(key, key, key);
      default ->
          "the key %s has the wrong type, and nothing was changed. Move it away, then see \"orders audit --repair\": redis-cli RENAME %s damaged:%s"
              .formatted(key, key, key);
    };
  }
}
