package dev.orders.redis;

import dev.orders.queue.Inspector.Place;
import dev.orders.queue.QueueStats;
import dev.orders.queue.Task;
import dev.orders.queue.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads how queues stand and what lies in them. */
final class QueueReader {

  private final Requests requests;
  private final Partitions partitions;
  private final RecordReader records;
  private final Places places;

  QueueReader(Requests requests, Partitions partitions, RecordReader records) {
    this.requests = requests;
    this.partitions = partitions;
    this.records = records;
    this.places = new Places(partitions);
  }

  QueueStats queue(String name) {
    long[] sum = new long[4];
    boolean paused = false;
    for (int i = 0; i < partitions.count(); i++) {
      Keys.Partition partition = partitions.at(i);
      List<Long> sizes =
          requests.readAll(
              redis ->
                  List.of(
                      redis.llen(partition.pending(name)),
                      redis.zcard(partition.lease(name)),
                      redis.zcard(partition.delayed(name)),
                      redis.zcard(partition.dead(name))));
      for (int place = 0; place < sum.length; place++) {
        sum[place] += sizes.get(place);
      }
      paused |= requests.read(redis -> redis.sismember(partition.paused(), name));
    }
    return new QueueStats(name, sum[0], sum[1], sum[2], sum[3], oldest(name).orElse(null), paused);
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
