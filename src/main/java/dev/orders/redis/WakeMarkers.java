package dev.orders.redis;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScoredValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The wake markers of all partitions, each of which says "there may be work here". */
final class WakeMarkers {

  private final Requests requests;
  private final Partitions partitions;

  WakeMarkers(Requests requests, Partitions partitions) {
    this.requests = requests;
    this.partitions = partitions;
  }

  /** Takes those that are set, in one round trip; answers the partitions. */
  Set<Integer> collect(List<String> queues) {
    List<ScoredValue<String>> taken =
        requests.readAll(
            redis -> {
              List<RedisFuture<ScoredValue<String>>> sent = new ArrayList<>();
              for (int i = 0; i < partitions.count(); i++) {
                Keys.Partition partition = partitions.at(i);
                queues.forEach(queue -> sent.add(redis.zpopmin(partition.wake(queue))));
              }
              return sent;
            });
    Set<Integer> marked = new HashSet<>();
    for (int i = 0; i < taken.size(); i++) {
      if (taken.get(i).hasValue()) {
        marked.add(i / queues.size());
      }
    }
    return marked;
  }

  /** True when any is set. */
  boolean areSet(List<String> queues) {
    return partitions
        .each(
            (redis, partition) ->
                redis.exists(queues.stream().map(partition::wake).toArray(String[]::new)))
        .stream()
        .anyMatch(count -> count > 0);
  }

  /** All of them, by name. */
  String[] names(List<String> queues) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < partitions.count(); i++) {
      Keys.Partition partition = partitions.at(i);
      queues.forEach(queue -> names.add(partition.wake(queue)));
    }
    return names.toArray(String[]::new);
  }
}
