package dev.orders.redis;

import dev.orders.queue.Inspector.Place;
import dev.orders.queue.TaskId;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.Collections;
import java.util.List;

/** Reads which tasks lie where. */
final class Places {

  private final Partitions partitions;

  Places(Partitions partitions) {
    this.partitions = partitions;
  }

  /** What lies there, partition after partition, up to so many of each; next to run first. */
  List<TaskId> ids(String queue, Place place, int atMost) {
    List<List<String>> found =
        partitions.each((redis, partition) -> range(redis, partition, queue, place, atMost));
    if (place == Place.PENDING) {
      // RPOP takes from the right: the next to run is the last.
      found.forEach(Collections::reverse);
    }
    return found.stream()
        .flatMap(List::stream)
        .flatMap(text -> TaskId.parse(text).stream())
        .toList();
  }

  private static RedisFuture<List<String>> range(
      RedisClusterAsyncCommands<String, String> redis,
      Keys.Partition keys,
      String queue,
      Place place,
      int atMost) {
    return switch (place) {
      case PENDING -> redis.lrange(keys.pending(queue), -atMost, -1);
      case LEASED -> redis.zrange(keys.lease(queue), 0, atMost - 1L);
      case DELAYED -> redis.zrange(keys.delayed(queue), 0, atMost - 1L);
      case DEAD -> redis.zrange(keys.dead(queue), 0, atMost - 1L);
    };
  }
}
