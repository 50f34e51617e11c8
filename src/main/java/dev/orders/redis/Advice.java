package dev.orders.redis;

/** What to do where the words of Redis, or of its client, leave people alone. */
final class Advice {

  private Advice() {}

  /** Goes on after "Redis at some address". */
  static String on(String refusal) {
    if (refusal.contains("cluster support disabled")) {
      return "is no node of a Cluster. Write redis:// instead of redis-cluster://.";
    }
    if (refusal.contains("DB index is out of range")) {
      return "has no database of that number. Write one that it has behind the port, such as /0.";
    }
    return "refused: " + refusal;
  }

  /** The same trouble, told without the names of a library. */
  static String inOtherWords(String line) {
    return line.startsWith("Cannot provide redisAddress using sentinel")
        ? "its Sentinels know no master of the name behind the #, or none that is alive"
        : line;
  }
}
