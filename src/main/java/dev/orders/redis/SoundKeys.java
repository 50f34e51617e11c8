package dev.orders.redis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which keys of a partition's orders were found right while the orders were read: there, of their
 * type, on their order's list, and to stay. The walk over all keys asks no more about them. It
 * takes a byte an order, and nothing for a page of orders that are all gone.
 */
final class SoundKeys {

  private static final int PAGE = 4_096;
  private static final int ORDER = 1;
  private static final int BODY = 2;
  private static final int FIRST_TASK = 4;

  /** As many as there are bits left. */
  private static final int MOST_NAMES = 6;

  private final OrderIds ids;
  private final List<String> names;
  private final Map<Long, byte[]> pages = new HashMap<>();

  /**
   * @param names of tasks that an order may have; further ones are asked about
   */
  SoundKeys(OrderIds ids, List<String> names) {
    this.ids = ids;
    this.names = names.subList(0, Math.min(names.size(), MOST_NAMES));
  }

  void add(OrderPicture order) {
    if (!order.isReadable() || !order.isToStay()) {
      return;
    }
    String body = order.body();
    boolean isText = body != null && !body.equals(OrderPicture.OTHER);
    int marks = ORDER | (isText ? BODY : 0);
    for (TaskPicture task : order.tasks()) {
      marks |= task.isHash() ? mark(task.name()) : 0;
    }
    long number = ids.numberOf(order.id());
    pages.computeIfAbsent(number / PAGE, none -> new byte[PAGE])[(int) (number % PAGE)] =
        (byte) marks;
  }

  /** True for a key that was found right; it begins with the partition's prefix. */
  boolean contains(String key) {
    int begin = ids.prefix().length();
    int colon = key.indexOf(':', begin);
    if (colon < 0) {
      return false;
    }
    int dash = key.indexOf('-', colon);
    return switch (key.substring(begin, colon)) {
      case "order" -> has(key.substring(colon + 1), ORDER);
      case "body" -> has(key.substring(colon + 1), BODY);
      case "task" -> dash > 0 && has(key.substring(colon + 1, dash), mark(key.substring(dash + 1)));
      default -> false;
    };
  }

  private boolean has(String id, int mark) {
    long order = id.startsWith("0") ? 0 : Books.whole(id).orElse(0);
    if (!ids.has(order)) {
      return false;
    }
    long number = ids.numberOf(order);
    byte[] page = pages.get(number / PAGE);
    return page != null && (page[(int) (number % PAGE)] & mark) != 0;
  }

  /** 0 for a name that has none. */
  private int mark(String name) {
    int index = names.indexOf(name);
    return index < 0 ? 0 : FIRST_TASK << index;
  }
}
