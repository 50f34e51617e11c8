package dev.orders.redis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order with its tasks at one moment, as audit_orders.lua answers it. Nothing in it is taken for
 * granted: whatever is missing is null.
 *
 * @param tasks those on its list, each once
 * @param repeated names that stand on its list more than once
 */
record OrderPicture(List<?> raw, List<TaskPicture> tasks, List<String> repeated) {

  private static final int FIRST_TASK = 11;

  /** How many elements each task has. */
  private static final int TASK = 9;

  /** A value that is there but is not what it should be; another check tells of it. */
  static final String OTHER = "OTHER";

  static OrderPicture of(List<?> raw) {
    long id = Long.parseLong((String) raw.get(0));
    List<TaskPicture> tasks = new ArrayList<>(4);
    List<String> repeated = new ArrayList<>(0);
    for (int i = FIRST_TASK; i < raw.size(); i += TASK) {
      TaskPicture task = new TaskPicture(id, raw.subList(i, i + TASK));
      if (tasks.stream().anyMatch(one -> one.name().equals(task.name()))) {
        repeated.add(task.name());
      } else {
        tasks.add(task);
      }
    }
    return new OrderPicture(raw, tasks, repeated);
  }

  long id() {
    return Long.parseLong((String) raw.get(0));
  }

  /** False when the record is no hash, so that nothing else is known. */
  boolean isReadable() {
    return !OTHER.equals(raw.get(1));
  }

  @Nullable String status() {
    return text(raw, 2);
  }

  @Nullable String open() {
    return text(raw, 3);
  }

  @Nullable String fingerprint() {
    return text(raw, 4);
  }

  @Nullable String key() {
    return text(raw, 5);
  }

  @Nullable String updates() {
    return text(raw, 6);
  }

  @Nullable String body() {
    return text(raw, 7);
  }

  /** What the idempotency key holds: order id and fingerprint. */
  @Nullable String holder() {
    return text(raw, 8);
  }

  boolean isClosed() {
    return raw.get(9).equals(1L);
  }

  /** True when neither its record nor its body nor a task's record would expire. */
  boolean isToStay() {
    return raw.get(10).equals(1L);
  }

  static @Nullable String text(List<?> raw, int index) {
    Object value = raw.get(index);
    if (value instanceof String text) {
      return text;
    }
    return value == null ? null : OTHER;
  }
}
