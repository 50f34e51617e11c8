package dev.orders.redis;

import io.lettuce.core.Range;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes the raw keys of a partition as one readable line each, so that a test asserts all of them.
 */
record Standing(RedisCommands<String, String> redis, Keys.Partition keys) {

  /**
   * All places of a queue, next to run first: {@code pending[1-email] lease[] delayed[] dead[]
   * wake[1]}.
   */
  String queue(String name) {
    List<String> pending = redis.lrange(keys.pending(name), 0, -1);
    Collections.reverse(pending);
    return "pending%s lease%s delayed%s dead%s wake%s"
        .formatted(
            words(pending),
            words(redis.zrange(keys.lease(name), 0, -1)),
            words(redis.zrange(keys.delayed(name), 0, -1)),
            words(redis.zrange(keys.dead(name), 0, -1)),
            words(redis.zrange(keys.wake(name), 0, -1)));
  }

  /** {@code confirmed, 3 open}, and {@code , closed} once it may be deleted. */
  String order(long id) {
    Map<String, String> hash = redis.hgetall(keys.order(id));
    if (hash.isEmpty()) {
      return "none";
    }
    boolean isClosed = redis.zscore(keys.prefix() + "closed", Long.toString(id)) != null;
    return hash.get("status") + ", " + hash.get("open") + " open" + (isClosed ? ", closed" : "");
  }

  /** {@code STARTED #1 by w1, failures 1, crashes 2, error smtp said no}: what is not zero. */
  String task(String id) {
    Map<String, String> hash = redis.hgetall(keys.prefix() + "task:" + id);
    if (hash.isEmpty()) {
      return "none";
    }
    StringBuilder line = new StringBuilder(hash.get("state"));
    if (hash.containsKey("delivery")) {
      line.append(" #").append(hash.get("delivery")).append(" by ").append(hash.get("worker"));
    }
    for (String field : List.of("failures", "crashes", "progress", "cancel", "effect", "error")) {
      String value = hash.getOrDefault(field, "0");
      if (!value.equals("0")) {
        line.append(", ").append(field).append(' ').append(value);
      }
    }
    return line.toString();
  }

  /**
   * The counters of all queues together, without those of run times: {@code accepted=1 tasks=3}.
   */
  String counts() {
    SortedMap<String, Long> sums = new TreeMap<>();
    redis
        .hgetall(keys.prefix() + "count")
        .forEach(
            (name, count) -> sums.merge(name.split(":", 2)[0], Long.valueOf(count), Long::sum));
    sums.keySet().removeIf(name -> name.startsWith("ran"));
    return sums.entrySet().stream().map(Object::toString).collect(Collectors.joining(" "));
  }

  /** Why things were put into quarantine, without the time. */
  List<String> quarantine() {
    return redis.lrange(keys.prefix() + "quarantine", 0, -1).stream()
        .map(line -> line.substring(line.indexOf(' ') + 1))
        .toList();
  }

  /** The timeline of an order: task, delivery and outcome of each attempt. */
  List<String> trail(long order) {
    return redis.lrange(keys.prefix() + "trail:" + order, 0, -1).stream()
        .map(line -> line.split("\\|", -1))
        .map(fields -> "%s #%s %s %s".formatted(fields[0], fields[1], fields[6], fields[8]).strip())
        .toList();
  }

  /** The entries of the event stream, oldest first, each as {@code KIND items}. */
  List<String> events() {
    return redis.xrange(keys.events(), Range.unbounded()).stream()
        .map(entry -> new TreeMap<>(entry.getBody()))
        .map(
            body ->
                body.entrySet().stream()
                    .map(field -> field.getKey() + " " + field.getValue())
                    .collect(Collectors.joining("; ")))
        .toList();
  }

  /** Every key of the partition with its content, to see that nothing at all has changed. */
  SortedMap<String, Object> everything() {
    SortedMap<String, Object> all = new TreeMap<>();
    redis.keys(keys.prefix() + "*").forEach(key -> all.put(key, content(key)));
    return all;
  }

  private Object content(String key) {
    return switch (redis.type(key)) {
      case "string" -> redis.get(key);
      case "hash" -> new TreeMap<>(redis.hgetall(key));
      case "list" -> redis.lrange(key, 0, -1);
      case "set" -> redis.smembers(key);
      case "zset" -> redis.zrangeWithScores(key, 0, -1);
      default -> redis.xrange(key, Range.unbounded());
    };
  }

  private static String words(List<String> items) {
    return "[" + String.join(" ", items) + "]";
  }
}
