package dev.orders.redis;

import dev.orders.queue.EventFeed;
import dev.orders.queue.Inspector;
import dev.orders.queue.OrderRecord;
import dev.orders.queue.PastAttempt;
import dev.orders.queue.QueueStats;
import dev.orders.queue.Task;
import dev.orders.queue.TaskId;
import dev.orders.queue.WorkerInfo;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads with plain commands, in as few round trips as the question allows. */
final class RedisInspector implements Inspector {

  private final RedisLink link;
  private final Requests requests;
  private final Partitions partitions;
  private final Keys keys;
  private final Places places;

  RedisInspector(RedisLink link, Requests requests, Partitions partitions, Keys keys) {
    this.link = link;
    this.requests = requests;
    this.partitions = partitions;
    this.keys = keys;
    this.places = new Places(requests, partitions);
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
  public List<PastAttempt> trail(long orderId) {
    String key = partitions.of(orderId).trail(orderId);
    return requests.read(redis -> redis.lrange(key, 0, -1)).stream()
        .flatMap(line -> Replies.pastAttempt(orderId, line).stream())
        .toList();
  }

  @Override
  public Map<String, Long> counts() {
    Map<String, Long> sums = new HashMap<>();
    for (int i = 0; i < partitions.count(); i++) {
      String key = partitions.at(i).count();
      requests
          .read(redis -> redis.hgetall(key))
          .forEach((name, number) -> sums.merge(name, Long.valueOf(number), Long::sum));
    }
    return sums;
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
    return tasks(places.ids(queue, Place.PENDING, 1)).stream()
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
    List<TaskId> ids = atMost < 1 ? List.of() : places.ids(queue, place, atMost);
    return tasks(ids.subList(0, Math.min(atMost, ids.size())));
  }

  @Override
  public EventFeed follow() {
    return new RedisEventFeed(link, requests, partitions);
  }
}
