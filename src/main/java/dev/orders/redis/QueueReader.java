package dev.orders.redis;

import dev.orders.queue.Inspector.Place;
import dev.orders.queue.QueueStats;
import dev.orders.queue.Task;
import dev.orders.queue.TaskId;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads how queues stand and what lies in them. */
final class QueueReader {

  private final Partitions partitions;
  private final RecordReader records;
  private final Places places;

  QueueReader(Partitions partitions, RecordReader records) {
    this.partitions = partitions;
    this.records = records;
    this.places = new Places(partitions);
  }

  QueueStats queue(String name) {
    boolean isPaused =
        partitions
            .each((redis, partition) -> redis.sismember(partition.paused(), name))
            .contains(true);
    return new QueueStats(
        name,
        sum((redis, partition) -> redis.llen(partition.pending(name))),
        sum((redis, partition) -> redis.zcard(partition.lease(name))),
        sum((redis, partition) -> redis.zcard(partition.delayed(name))),
        sum((redis, partition) -> redis.zcard(partition.dead(name))),
        oldest(name).orElse(null),
        isPaused);
  }

  private long sum(
      BiFunction<RedisClusterAsyncCommands<String, String>, Keys.Partition, RedisFuture<Long>>
          size) {
    return partitions.each(size).stream().mapToLong(Long::longValue).sum();
  }

  /** Age in server time of the longest waiting among those that are next to run. */
  private Optional<Duration> oldest(String queue) {
    return records.tasks(places.ids(queue, Place.PENDING, 1)).stream()
        .map(task -> task.times().enqueued())
        .min(Comparator.naturalOrder())
        .map(this::age);
  }

  private Duration age(Instant since) {
    Duration age = Duration.between(since, records.now());
    return age.isNegative() ? Duration.ZERO : age;
  }

  List<Task> list(String queue, Place place, int skipped, int atMost) {
    int end = skipped + atMost;
    List<TaskId> ids = atMost < 1 ? List.of() : places.ids(queue, place, end);
    return records.tasks(ids.subList(Math.min(skipped, ids.size()), Math.min(end, ids.size())));
  }
}
