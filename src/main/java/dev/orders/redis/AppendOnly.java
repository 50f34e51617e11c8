package dev.orders.redis;

import java.util.Map;

/** What a server's configuration says of its append-only file. */
final class AppendOnly {

  private AppendOnly() {}

  /**
   * True when every write is on disk before it is answered.
   *
   * @param configuration what {@code CONFIG GET *append*} tells; empty when it may not be asked
   */
  static boolean isForcedAtOnce(Map<String, String> configuration) {
    return is(configuration, "appendonly", "yes")
        && is(configuration, "appendfsync", "always")
        && is(configuration, "no-appendfsync-on-rewrite", "no");
  }

  /** The same in words, for a server that does not force it. */
  static String describe(Map<String, String> configuration) {
    if (configuration.isEmpty()) {
      return "we may not ask how its append-only file is kept (CONFIG GET)";
    }
    return is(configuration, "appendonly", "yes")
        ? "its append-only file is not forced at once (appendfsync "
            + configuration.get("appendfsync")
            + ")"
        : "its append-only file is off";
  }

  /** In two words: {@code appendfsync always}, {@code appendonly no}. */
  static String word(Map<String, String> configuration) {
    if (configuration.isEmpty()) {
      return "unknown";
    }
    return is(configuration, "appendonly", "yes")
        ? "appendfsync " + configuration.get("appendfsync")
        : "appendonly no";
  }

  private static boolean is(Map<String, String> configuration, String name, String value) {
    return value.equals(configuration.get(name));
  }
}
