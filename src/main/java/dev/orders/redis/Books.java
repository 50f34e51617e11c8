package dev.orders.redis;

import dev.orders.queue.Flaw;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** A partition's counters at one moment, as audit_books.lua answers them. */
final class Books {

  private static final int MOST_DIGITS = 18;

  private static final String NEXT = "next";

  private final String prefix;
  private final Map<String, String> counts = new HashMap<>();
  private final long now;
  private final long quarantined;

  Books(String prefix, List<?> raw) {
    this.prefix = prefix;
    now = (Long) raw.get(0);
    counts.put(NEXT, (String) raw.get(1));
    quarantined = (Long) raw.get(2);
    for (int i = 3; i < raw.size(); i += 2) {
      counts.put((String) raw.get(i), (String) raw.get(i + 1));
    }
  }

  /** A counter, of all queues; one that was never written is 0, and so is one that is none. */
  long count(String name) {
    return counts.entrySet().stream()
        .filter(count -> count.getKey().split(":", 2)[0].equals(name))
        .mapToLong(count -> whole(count.getValue()).orElse(0))
        .sum();
  }

  /** The last number that was given to an order. */
  long last() {
    return count(NEXT);
  }

  /** When they were read: server time in milliseconds. */
  long now() {
    return now;
  }

  /** How many entries the quarantine has. */
  long quarantined() {
    return quarantined;
  }

  /** Tells of counters that are not whole or negative; true when there are none. */
  boolean check(Flaws flaws) {
    boolean areWhole = true;
    for (Map.Entry<String, String> count : counts.entrySet()) {
      if (whole(count.getValue()).isEmpty()) {
        boolean isNext = count.getKey().equals(NEXT);
        flaws.add(Flaw.NO_COUNT, prefix + (isNext ? NEXT : "count " + count.getKey()));
        areWhole = false;
      }
    }
    return areWhole;
  }

  /** A count that is whole and not negative: 1 to 18 digits. */
  static OptionalLong whole(String text) {
    boolean isWhole = !text.isEmpty() && text.length() <= MOST_DIGITS;
    for (int i = 0; i < text.length() && isWhole; i++) {
      isWhole = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return isWhole ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
  }
}
