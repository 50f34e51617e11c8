package dev.orders.redis;

import dev.orders.queue.LogEntry;
import dev.orders.queue.OrderRecord;
import dev.orders.queue.PastAttempt;
import dev.orders.queue.Task;
import dev.orders.queue.Task.Attempts;
import dev.orders.queue.Task.Times;
import dev.orders.queue.TaskId;
import dev.orders.queue.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what Redis holds and scripts answer into the queue's nouns. A missing count is 0. */
final class Replies {

  /** What the fields of a task's hash begin with that hold its facts. */
  static final String FACT = "fact:";

  private Replies() {}

  /** Empty when there is no such task, or its record cannot be read. */
  static Optional<Task> task(TaskId id, Map<String, String> hash) {
    return hash.containsKey("state") ? readable(() -> read(id, hash)) : Optional.empty();
  }

  private static Task read(TaskId id, Map<String, String> hash) {
    return new Task(
        id,
        hash.getOrDefault("queue", ""),
        TaskState.valueOf(hash.getOrDefault("state", "")),
        progress(hash),
        hash.get("worker"),
        hash.get("arg"),
        new Attempts(
            number(hash, "delivery"),
            (int) number(hash, "failures"),
            (int) number(hash, "crashes")),
        new Times(
            Instant.ofEpochMilli(number(hash, "enqueued")),
            moment(hash, "started"),
            moment(hash, "ended"),
            moment(hash, "due")),
        facts(hash),
        hash.get("error"));
  }

  /** A success is complete, whatever its handler reported last. */
  private static int progress(Map<String, String> hash) {
    return "SUCCESS".equals(hash.get("state")) ? 100 : (int) number(hash, "progress");
  }

  /** Empty when there is no such order, or its record cannot be read. */
  static Optional<OrderRecord> order(long id, Map<String, String> hash) {
    return hash.containsKey("status") ? readable(() -> read(id, hash)) : Optional.empty();
  }

  private static OrderRecord read(long id, Map<String, String> hash) {
    return new OrderRecord(
        id,
        hash.getOrDefault("status", ""),
        Instant.ofEpochMilli(number(hash, "created")),
        Instant.ofEpochMilli(number(hash, "updated")),
        hash.get("tracking"),
        hash.get("idem"),
        hash.getOrDefault("fp", ""),
        (int) number(hash, "open"),
        Arrays.stream(hash.getOrDefault("tasks", "").split(" "))
            .filter(name -> !name.isEmpty())
            .map(name -> new TaskId(id, name))
            .toList());
  }

  /**
   * What can be read; a record that was damaged from outside stops nobody who reads others, too.
   */
  static <T> Optional<T> readable(Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (IllegalArgumentException damaged) {
      return Optional.empty();
    }
  }

  /** One line of an order's trail, as part/moves.lua writes it; empty when it cannot be read. */
  static Optional<PastAttempt> pastAttempt(long order, String line) {
    String[] parts = line.split("\\|", 9);
    try {
      return Optional.of(
          new PastAttempt(
              new TaskId(order, parts[0]),
              Long.parseLong(parts[1]),
              instant(parts[2]),
              parts[3].equals("0") ? null : instant(parts[3]),
              instant(parts[4]),
              parts[5],
              PastAttempt.Outcome.valueOf(parts[6]),
              Duration.ofMillis(Long.parseLong(parts[7])),
              parts[8]));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /** One line of a task's log, as progress.lua writes it; empty when it cannot be read. */
  static Optional<LogEntry> logEntry(TaskId task, String line) {
    String[] parts = line.split("\\|", 4);
    try {
      return Optional.of(
          new LogEntry(task, instant(parts[0]), Long.parseLong(parts[1]), parts[2], parts[3]));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static Instant instant(String millis) {
    return Instant.ofEpochMilli(Long.parseLong(millis));
  }

  private static Map<String, String> facts(Map<String, String> hash) {
    Map<String, String> facts = new HashMap<>();
    hash.forEach(
        (name, value) -> {
          if (name.startsWith(FACT)) {
            facts.put(name.substring(FACT.length()), value);
          }
        });
    return facts;
  }

  private static long number(Map<String, String> hash, String name) {
    return Long.parseLong(hash.getOrDefault(name, "0"));
  }

  private static @Nullable Instant moment(Map<String, String> hash, String name) {
    String millis = hash.get(name);
    return millis == null ? null : instant(millis);
  }
}
