package dev.orders.queue;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names one task of one order, written {@code 17-invoice}: predictable on purpose, so that whoever
 * knows the order can ask for its tasks without having kept anything.
 *
 * @param orderId the order's id, at least 1
 * @param name the task's name within its order, such as {@code invoice} or {@code status-2}
 */
public record TaskId(long orderId, String name) {

  private static final Pattern NAME = Pattern.compile("[a-z]{1,24}(-[1-9][0-9]{0,8})?");
  private static final Pattern WRITTEN = Pattern.compile("([1-9][0-9]{0,17})-(" + NAME + ")");

  /** Checks both parts against the allowlist, since they become part of Redis keys. */
  public TaskId {
    if (orderId < 1) {
      throw new IllegalArgumentException("an order id is at least 1, not " + orderId);
    }
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("a task name looks like invoice or status-2");
    }
  }

  /** Reads {@code 17-invoice}; empty when the text does not name a task. */
  public static Optional<TaskId> parse(String text) {
    Matcher matcher = WRITTEN.matcher(text);
    return matcher.matches()
        ? Optional.of(new TaskId(Long.parseLong(matcher.group(1)), matcher.group(2)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return orderId + "-" + name;
  }
}
