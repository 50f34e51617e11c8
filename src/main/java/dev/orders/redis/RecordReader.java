package dev.orders.redis;

import dev.orders.queue.BrokerException;
import dev.orders.queue.BrokerException.Reason;
import dev.orders.queue.LogEntry;
import dev.orders.queue.OrderRecord;
import dev.orders.queue.PastAttempt;
import dev.orders.queue.Task;
import dev.orders.queue.TaskId;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the records of orders and tasks by their ids. */
final class RecordReader {

  private final Requests requests;
  private final Partitions partitions;

  RecordReader(Requests requests, Partitions partitions) {
    this.requests = requests;
    this.partitions = partitions;
  }

  /** What the server's clock says. */
  Instant now() {
    List<String> time = requests.read(RedisClusterAsyncCommands::time);
    return Instant.ofEpochSecond(Long.parseLong(time.get(0)))
        .plus(Long.parseLong(time.get(1)), ChronoUnit.MICROS);
  }

  Optional<Task> task(TaskId id) {
    String hash = partitions.of(id.orderId()).task(id);
    Map<String, String> found = requests.read(redis -> redis.hgetall(hash));
    return legible(Replies.task(id, found), found, "task " + id);
  }

  Optional<OrderRecord> order(long orderId) {
    String hash = partitions.of(orderId).order(orderId);
    Map<String, String> found = requests.read(redis -> redis.hgetall(hash));
    return legible(Replies.order(orderId, found), found, "order " + orderId);
  }

  private static <T> Optional<T> legible(Optional<T> read, Map<String, String> found, String name) {
    if (read.isEmpty() && !found.isEmpty()) {
      throw new BrokerException(
          Reason.REFUSED,
          "the record of %s in Redis cannot be read. \"orders audit\" says what is wrong with it."
              .formatted(name),
          null);
    }
    return read;
  }

  List<OrderRecord> orders(List<Long> orderIds) {
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

  List<Task> tasks(long orderId) {
    return order(orderId).map(order -> tasks(order.tasks())).orElse(List.of());
  }

  List<Task> tasks(List<TaskId> ids) {
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

  Set<TaskId> withEffect(List<TaskId> ids) {
    List<String> marks =
        requests.readAll(
            redis ->
                ids.stream()
                    .map(id -> redis.hget(partitions.of(id.orderId()).task(id), "effect"))
                    .toList());
    Set<TaskId> withEffect = new HashSet<>();
    for (int i = 0; i < ids.size(); i++) {
      String mark = marks.get(i);
      if (mark != null && !mark.equals("begun")) {
        withEffect.add(ids.get(i));
      }
    }
    return withEffect;
  }

  Optional<String> body(long orderId) {
    String key = partitions.of(orderId).body(orderId);
    return Optional.ofNullable(requests.read(redis -> redis.get(key)));
  }

  Map<Long, String> bodies(List<Long> orderIds) {
    List<String> found =
        requests.readAll(
            redis -> orderIds.stream().map(id -> redis.get(partitions.of(id).body(id))).toList());
    Map<Long, String> bodies = new HashMap<>();
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i) != null) {
        bodies.put(orderIds.get(i), found.get(i));
      }
    }
    return bodies;
  }

  List<LogEntry> log(TaskId id) {
    String key = partitions.of(id.orderId()).log(id);
    return requests.read(redis -> redis.lrange(key, 0, -1)).stream()
        .flatMap(line -> Replies.logEntry(id, line).stream())
        .toList();
  }

  List<PastAttempt> trail(long orderId) {
    String key = partitions.of(orderId).trail(orderId);
    return requests.read(redis -> redis.lrange(key, 0, -1)).stream()
        .flatMap(line -> Replies.pastAttempt(orderId, line).stream())
        .toList();
  }
}
