package dev.orders.redis;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a key is, as far as its name says.
 *
 * @param type what Redis calls it
 * @param expires true when it must have a time to live, false when it must not
 * @param owner what must exist for it: an {@code order}, a {@code task}'s order that lists it, the
 *     order of a key ({@code idem}); or empty
 */
record KeyShape(String type, boolean expires, String owner) {

  private static final KeyShape HASH = new KeyShape("hash", false, "");
  private static final KeyShape LIST = new KeyShape("list", false, "");
  private static final KeyShape SET = new KeyShape("zset", false, "");
  private static final KeyShape LIST_OF_ORDER = new KeyShape("list", false, "order");

  /** Of keys with an id behind a colon. */
  private static final Map<String, KeyShape> WITH_ID =
      Map.of(
          "order", HASH,
          "body", new KeyShape("string", false, "order"),
          "task", new KeyShape("hash", false, "task"),
          "trail", LIST_OF_ORDER,
          "log", LIST_OF_ORDER,
          "idem", new KeyShape("string", false, "idem"),
          "request", new KeyShape("string", true, ""),
          "worker", new KeyShape("hash", true, ""),
          "minute", HASH);

  private static final Map<String, KeyShape> SINGLE =
      Map.of(
          "paused",
          new KeyShape("set", false, ""),
          "events",
          new KeyShape("stream", false, ""),
          "next",
          new KeyShape("string", false, ""),
          "count",
          HASH,
          "closed",
          SET,
          "quarantine",
          LIST);

  private static final Map<String, KeyShape> OF_QUEUE =
      Map.of("pending", LIST, "lease", SET, "delayed", SET, "dead", SET, "wake", SET);

  /** Of no key that orders writes. */
  static final KeyShape UNKNOWN = new KeyShape("", false, "");

  /** The kinds whose id begins with an order's. */
  static final Set<String> OF_ORDER = Set.of("order", "body", "task", "trail", "log");

  /** The shape of a key by its name behind the partition's prefix. */
  static KeyShape of(String name, List<String> queues) {
    int colon = name.indexOf(':');
    if (colon < 0) {
      return SINGLE.getOrDefault(name, UNKNOWN);
    }
    String kind = name.substring(0, colon);
    Map<String, KeyShape> shapes = queues.contains(kind) ? OF_QUEUE : WITH_ID;
    return shapes.getOrDefault(queues.contains(kind) ? name.substring(colon + 1) : kind, UNKNOWN);
  }
}
