package dev.orders.queue;

import java.util.Optional;

/**
 * Names one task of one order, written {@code 17-invoice}: predictable on purpose, so that whoever
 * knows the order can ask for its tasks without having kept anything.
 *
 * @param orderId the order's id, at least 1
 * @param name the task's name within its order, such as {@code invoice} or {@code status-2}
 */
public record TaskId(long orderId, String name) {

  private static final int LONGEST_WORD = 24;
  private static final int MOST_DIGITS_OF_A_NAME = 9;
  private static final int MOST_DIGITS_OF_AN_ID = 18;

  /** Checks both parts against the allowlist, since they become part of Redis keys. */
  public TaskId {
    if (orderId < 1) {
      throw new IllegalArgumentException("an order id is at least 1, not " + orderId);
    }
    if (!isName(name)) {
      throw new IllegalArgumentException("a task name looks like invoice or status-2");
    }
  }

  /** Reads {@code 17-invoice}; empty when the text does not name a task. */
  public static Optional<TaskId> parse(String text) {
    int hyphen = text.indexOf('-');
    if (hyphen < 0 || !isNumber(text, 0, hyphen, MOST_DIGITS_OF_AN_ID)) {
      return Optional.empty();
    }
    String name = text.substring(hyphen + 1);
    return isName(name)
        ? Optional.of(new TaskId(Long.parseLong(text, 0, hyphen, 10), name))
        : Optional.empty();
  }

  // By hand, since every task that a worker fetches comes through here: a regular expression takes
  // several times as long.

  /** One to 24 small letters, then perhaps a hyphen and a number of at most nine digits. */
  private static boolean isName(String text) {
    int end = 0;
    while (end < text.length() && isWithin(text.charAt(end), 'a', 'z')) {
      end++;
    }
    boolean isWord = end > 0 && end <= LONGEST_WORD;
    if (!isWord || end == text.length()) {
      return isWord;
    }
    return text.charAt(end) == '-' && isNumber(text, end + 1, text.length(), MOST_DIGITS_OF_A_NAME);
  }

  /** A number from 1 on, without zeros before it. */
  private static boolean isNumber(String text, int from, int to, int mostDigits) {
    if (from == to || to - from > mostDigits || text.charAt(from) == '0') {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (!isWithin(text.charAt(i), '0', '9')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWithin(char one, char first, char last) {
    return one >= first && one <= last;
  }

  // As the record's own, which are put together when they are first called: that takes a short
  // command ten milliseconds.

  @Override
  public boolean equals(Object other) {
    return other instanceof TaskId id && orderId == id.orderId && name.equals(id.name);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(orderId) + name.hashCode();
  }

  @Override
  public String toString() {
    return orderId + "-" + name;
  }
}
