package dev.orders.redis;

import dev.orders.queue.BrokerException;
import dev.orders.queue.EventFeed;
import dev.orders.queue.Inspector;
import dev.orders.queue.Installation;
import dev.orders.queue.LogEntry;
import dev.orders.queue.Minute;
import dev.orders.queue.OrderRecord;
import dev.orders.queue.PastAttempt;
import dev.orders.queue.QueueStats;
import dev.orders.queue.Task;
import dev.orders.queue.TaskId;
import dev.orders.queue.WorkerInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads with plain commands, in as few round trips as the question allows. */
final class RedisInspector implements Inspector {

  private final RedisLink link;
  private final Requests requests;
  private final Partitions partitions;
  private final Keys keys;
  private final RecordReader records;
  private final QueueReader queues;

  RedisInspector(RedisLink link, Requests requests, Partitions partitions, Keys keys) {
    this.link = link;
    this.requests = requests;
    this.partitions = partitions;
    this.keys = keys;
    this.records = new RecordReader(requests, partitions);
    this.queues = new QueueReader(partitions, records);
  }

  @Override
  public Installation installation() {
    boolean isUnused = newest().stream().allMatch(id -> id < partitions.count());
    return new Installation(partitions.instance(), records.now(), isUnused);
  }

  @Override
  public Instant now() {
    return records.now();
  }

  @Override
  public List<Minute> minutes(int atMost) {
    return new MinuteReader(requests, partitions).until(records.now(), atMost);
  }

  @Override
  public Map<String, OrderRecord> ordersByKey(List<String> idempotencyKeys) {
    return new KeyHolders(requests, partitions, records).of(idempotencyKeys);
  }

  @Override
  public Optional<Task> task(TaskId id) {
    return records.task(id);
  }

  @Override
  public Optional<OrderRecord> order(long orderId) {
    return records.order(orderId);
  }

  @Override
  public List<OrderRecord> orders(List<Long> orderIds) {
    return records.orders(orderIds);
  }

  @Override
  public List<Task> tasks(long orderId) {
    return records.tasks(orderId);
  }

  @Override
  public List<Task> tasks(List<TaskId> ids) {
    return records.tasks(ids);
  }

  @Override
  public Set<TaskId> withEffect(List<TaskId> ids) {
    return records.withEffect(ids);
  }

  @Override
  public Optional<String> body(long orderId) {
    return records.body(orderId);
  }

  @Override
  public List<LogEntry> log(TaskId id) {
    return records.log(id);
  }

  @Override
  public List<PastAttempt> trail(long orderId) {
    return records.trail(orderId);
  }

  @Override
  public Map<Long, String> bodies(List<Long> orderIds) {
    return records.bodies(orderIds);
  }

  @Override
  public List<Long> newest() {
    long count = partitions.count();
    List<String> counters = partitions.each((redis, partition) -> redis.get(partition.next()));
    List<Long> ids = new ArrayList<>();
    for (String counter : counters) {
      ids.add(count * (counter == null ? 0 : Long.parseLong(counter)) + ids.size());
    }
    return ids;
  }

  @Override
  public Map<String, Long> counts() {
    Map<String, Long> sums = new TreeMap<>();
    partitions
        .each((redis, partition) -> redis.hgetall(partition.count()))
        .forEach(counters -> Counts.add(counters, sums));
    return sums;
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
  public QueueStats queue(String name) {
    return queues.queue(name);
  }

  @Override
  public List<Task> list(String queue, Place place, int skipped, int atMost) {
    return queues.list(queue, place, skipped, atMost);
  }

  @Override
  public EventFeed follow() {
    return new RedisEventFeed(link, requests, partitions);
  }

  @Override
  public EventFeed.History history(EventFeed.Position after, int atMost) {
    return new EventHistory(requests, partitions).since(after, atMost);
  }

  @Override
  public List<String> hazards() {
    try {
      return new Hazards(requests.read(redis -> redis.info())).warnings();
    } catch (BrokerException e) {
      if (e.reason() == BrokerException.Reason.REFUSED) {
        return List.of();
      }
      throw e;
    }
  }
}
