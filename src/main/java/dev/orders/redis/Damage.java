package dev.orders.redis;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Queues that the last fetch from a partition passed over, since one of their keys has the wrong
 * type. What one worker has found, the others need not find again: nobody waits for the wake
 * markers of such a queue. Thread-safe.
 */
final class Damage {

  private final Map<Place, String> keys = new ConcurrentHashMap<>();

  private record Place(Keys.Partition partition, String queue) {

    boolean has(String key) {
      return key.startsWith(partition.prefix() + queue + ":");
    }
  }

  /** Takes note of what a fetch from these queues of a partition found: the damaged keys. */
  void note(Keys.Partition partition, List<String> queues, List<String> found) {
    if (found.isEmpty() && keys.isEmpty()) {
      return;
    }
    for (String queue : queues) {
      Place place = new Place(partition, queue);
      found.stream()
          .filter(place::has)
          .findFirst()
          .ifPresentOrElse(key -> keys.put(place, key), () -> keys.remove(place));
    }
  }

  /** True unless the queue was passed over there. */
  boolean spares(Keys.Partition partition, String queue) {
    return !keys.containsKey(new Place(partition, queue));
  }

  /** The damaged keys of these queues in all partitions. */
  List<String> of(List<String> queues) {
    return keys.isEmpty()
        ? List.of()
        : keys.entrySet().stream()
            .filter(entry -> queues.contains(entry.getKey().queue()))
            .map(Map.Entry::getValue)
            .sorted()
            .toList();
  }
}
