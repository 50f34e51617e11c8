package dev.orders.redis;

import dev.orders.queue.EventFeed;
import dev.orders.queue.Inspector;
import dev.orders.queue.OrderRecord;
import dev.orders.queue.QueueStats;
import dev.orders.queue.Task;
import dev.orders.queue.TaskId;
import dev.orders.queue.WorkerInfo;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads with plain commands, in as few round trips as the question allows. */
final class RedisInspector implements Inspector {

  private final RedisLink link;
  private final Requests requests;
  private final Partitions partitions;
  private final Keys keys;

  RedisInspector(RedisLink link, Requests requests, Partitions partitions, Keys keys) {
    this.link = link;
    this.requests = requests;
    this.partitions = partitions;
    this.keys = keys;
  }

  @Override
  public Optional<Task> task(TaskId id) {
    String hash = partitions.of(id.orderId()).task(id);
    return Replies.task(id, requests.read(redis -> redis.hgetall(hash)));
  }

  @Override
  public Optional<OrderRecord> order(long orderId) {
    String hash = partitions.of(orderId).order(orderId);
    return Replies.order(orderId, requests.read(redis -> redis.hgetall(hash)));
  }

  @Override
  public List<OrderRecord> orders(List<Long> orderIds) {
    List<Map<String, String>> hashes =
        requests.readAll(
            redis ->
                orderIds.stream().map(id -> redis.hgetall(partitions.of(id).order(id))).toList());
    List<OrderRecord> orders = new ArrayList<>(orderIds.size());
    for (int i = 0; i < orderIds.size(); i++) {
      Replies.order(orderIds.get(i), hashes.get(i)).ifPresent(orders::add);
    }
    return orders;
  }

  @Override
  public List<Task> tasks(long orderId) {
    return order(orderId).map(order -> tasks(order.tasks())).orElse(List.of());
  }

  @Override
  public List<Task> tasks(List<TaskId> ids) {
    List<Map<String, String>> hashes =
        requests.readAll(
            redis ->
                ids.stream()
                    .map(id -> redis.hgetall(partitions.of(id.orderId()).task(id)))
                    .toList());
    List<Task> tasks = new ArrayList<>(ids.size());
    for (int i = 0; i < ids.size(); i++) {
      Replies.task(ids.get(i), hashes.get(i)).ifPresent(tasks::add);
    }
    return tasks;
  }

  @Override
  public Optional<String> body(long orderId) {
    String key = partitions.of(orderId).body(orderId);
    return Optional.ofNullable(requests.read(redis -> redis.get(key)));
  }

  @Override
  public QueueStats queue(String name) {
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
    return tasks(ids(queue, Place.PENDING, 1)).stream()
        .map(task -> task.times().enqueued())
        .min(Comparator.naturalOrder())
        .map(this::age);
  }

  private Duration age(Instant since) {
    long now = Long.parseLong(requests.read(RedisAsyncCommands::time).get(0));
    Duration age = Duration.between(since, Instant.ofEpochSecond(now));
    return age.isNegative() ? Duration.ZERO : age;
  }

  @Override
  public List<WorkerInfo> workers() {
    List<String> ids = requests.read(redis -> redis.zrange(keys.workers(), 0, -1));
    Keys.Partition home = partitions.at(0);
    List<Map<String, String>> hashes =
        requests.readAll(redis -> ids.stream().map(id -> redis.hgetall(home.worker(id))).toList());
    List<WorkerInfo> workers = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      WorkerFields.read(ids.get(i), hashes.get(i)).ifPresent(workers::add);
    }
    workers.sort(Comparator.comparing(WorkerInfo::id));
    return workers;
  }

  @Override
  public List<Task> list(String queue, Place place, int atMost) {
    List<TaskId> ids = atMost < 1 ? List.of() : ids(queue, place, atMost);
    return tasks(ids.subList(0, Math.min(atMost, ids.size())));
  }

  /** What lies there, partition after partition, up to so many of each. */
  private List<TaskId> ids(String queue, Place place, int atMost) {
    int count = partitions.count();
    List<List<String>> found =
        requests.readAll(
            redis ->
                IntStream.range(0, count)
                    .mapToObj(i -> range(redis, partitions.at(i), queue, place, atMost))
                    .toList());
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
      RedisAsyncCommands<String, String> redis,
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

  @Override
  public EventFeed follow() {
    return new RedisEventFeed(link, requests, partitions);
  }
}
