package dev.orders.redis;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScoredValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The wake markers of all partitions, each of which says "there may be work here". Those of queues
 * that fetches pass over are left alone: one key of the wrong type would spoil a look at all.
 */
final class WakeMarkers {

  private final Requests requests;
  private final Partitions partitions;
  private final Damage damage;

  private record Marker(int partition, String key) {}

  WakeMarkers(Requests requests, Partitions partitions, Damage damage) {
    this.requests = requests;
    this.partitions = partitions;
    this.damage = damage;
  }

  /** Takes those that are set, in one round trip; answers the partitions. */
  Set<Integer> collect(List<String> queues) {
    List<Marker> markers = all(queues).toList();
    List<ScoredValue<String>> taken =
        requests.readAll(
            redis -> markers.stream().map(marker -> redis.zpopmin(marker.key())).toList());
    Set<Integer> marked = new HashSet<>();
    for (int i = 0; i < taken.size(); i++) {
      if (taken.get(i).hasValue()) {
        marked.add(markers.get(i).partition());
      }
    }
    return marked;
  }

  /** True when any is set. */
  boolean areSet(List<String> queues) {
    return requests
        .readAll(
            redis -> {
              List<RedisFuture<Long>> sent = new ArrayList<>();
              for (int i = 0; i < partitions.count(); i++) {
                String[] keys = of(i, queues).map(Marker::key).toArray(String[]::new);
                if (keys.length > 0) {
                  sent.add(redis.exists(keys));
                }
              }
              return sent;
            })
        .stream()
        .anyMatch(count -> count > 0);
  }

  /** True when all lie in one partition. */
  boolean areTogether() {
    return partitions.count() == 1;
  }

  /** All of them, by name. */
  String[] names(List<String> queues) {
    return all(queues).map(Marker::key).toArray(String[]::new);
  }

  private Stream<Marker> all(List<String> queues) {
    return IntStream.range(0, partitions.count()).boxed().flatMap(i -> of(i, queues));
  }

  private Stream<Marker> of(int number, List<String> queues) {
    Keys.Partition partition = partitions.at(number);
    return queues.stream()
        .filter(queue -> damage.spares(partition, queue))
        .map(queue -> new Marker(number, partition.wake(queue)));
  }
}
