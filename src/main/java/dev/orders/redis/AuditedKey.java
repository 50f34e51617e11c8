package dev.orders.redis;

import dev.orders.queue.TaskId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key of some partition, as its name tells it.
 *
 * @param key the whole key
 * @param ids the ids of its partition
 * @param name what follows the partition's prefix
 * @param shape what it must be
 */
record AuditedKey(String key, OrderIds ids, String name, KeyShape shape) {

  private static final Pattern ORDER = Pattern.compile("[1-9][0-9]{0,17}");

  /**
   * Reads a key {@code <namespace>:{p}:<name>}; empty when it is none.
   *
   * @param count how many partitions there are
   */
  static Optional<AuditedKey> parse(
      String key, Pattern partitioned, int count, List<String> queues) {
    Matcher matcher = partitioned.matcher(key);
    if (!matcher.matches() || Integer.parseInt(matcher.group(2)) >= count) {
      return Optional.empty();
    }
    OrderIds ids = new OrderIds(Integer.parseInt(matcher.group(2)), count, matcher.group(1));
    String name = matcher.group(3);
    AuditedKey audited = new AuditedKey(key, ids, name, KeyShape.of(name, queues));
    boolean isKnown = !audited.shape.equals(KeyShape.UNKNOWN) && audited.hasProperId();
    return isKnown ? Optional.of(audited) : Optional.empty();
  }

  /** How keys of partitions look in a namespace. */
  static Pattern partitioned(String namespace) {
    return Pattern.compile("(" + namespace + ":\\{(0|[1-9][0-9]{0,5})}:)(.+)", Pattern.DOTALL);
  }

  /** True for a name that was not UTF-8, of which only this is known. */
  static boolean isGarbled(String key) {
    return key.indexOf('\uFFFD') >= 0;
  }

  private boolean hasProperId() {
    if (isGarbled(key)) {
      return false;
    }
    return switch (kind()) {
      case "task", "log" -> TaskId.parse(id()).isPresent();
      case "order", "body", "trail" -> ORDER.matcher(id()).matches();
      default -> true;
    };
  }

  /** The word before the id. */
  String kind() {
    int colon = name.indexOf(':');
    return colon < 0 ? name : name.substring(0, colon);
  }

  /** What follows the kind; empty when nothing does. */
  String id() {
    return name.substring(Math.min(name.length(), kind().length() + 1));
  }

  /** The order it belongs to; 0 when it belongs to none. */
  long order() {
    return KeyShape.OF_ORDER.contains(kind()) ? Long.parseLong(id().split("-", 2)[0]) : 0;
  }

  /** True when its order is another partition's. */
  boolean isOfOrderElsewhere() {
    return order() > 0 && !ids.has(order());
  }

  /** As audit_keys.lua reads it. */
  List<String> arguments() {
    return List.of(
        name,
        shape.type(),
        shape.expires() ? "1" : "0",
        shape.owner(),
        order() == 0 ? "0" : Long.toString(ids.numberOf(order())));
  }
}
