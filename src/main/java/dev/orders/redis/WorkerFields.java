package dev.orders.redis;

import dev.orders.queue.TaskId;
import dev.orders.queue.WorkerInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A worker's hash: how it is written by heartbeat.lua and read back. */
final class WorkerFields {

  private WorkerFields() {}

  /** The arguments of a heartbeat that shows the worker and holds no lease. */
  static List<String> arguments(WorkerInfo worker, Duration lease) {
    List<String> fields =
        List.of(
            "host", worker.host(),
            "pid", Long.toString(worker.pid()),
            "queues", String.join(" ", worker.queues()),
            "concurrency", Integer.toString(worker.concurrency()),
            "started", Long.toString(worker.startedAt().toEpochMilli()),
            "running",
                worker.running().stream().map(TaskId::toString).collect(Collectors.joining(" ")));
    List<String> arguments = new ArrayList<>();
    arguments.add(worker.id());
    arguments.add(Long.toString(lease.toMillis()));
    arguments.add(Integer.toString(fields.size() / 2));
    arguments.addAll(fields);
    return arguments;
  }

  /** Reads the hash; empty when the worker has not beaten lately, or it cannot be read. */
  static Optional<WorkerInfo> read(String id, Map<String, String> hash) {
    return hash.containsKey("beat") ? Replies.readable(() -> worker(id, hash)) : Optional.empty();
  }

  private static WorkerInfo worker(String id, Map<String, String> hash) {
    return new WorkerInfo(
        id,
        hash.getOrDefault("host", ""),
        Long.parseLong(hash.getOrDefault("pid", "0")),
        words(hash.getOrDefault("queues", "")),
        Integer.parseInt(hash.getOrDefault("concurrency", "0")),
        instant(hash.getOrDefault("started", "0")),
        words(hash.getOrDefault("running", "")).stream()
            .flatMap(text -> TaskId.parse(text).stream())
            .toList(),
        instant(hash.getOrDefault("beat", "0")));
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
  }

  private static Instant instant(String millis) {
    return Instant.ofEpochMilli(Long.parseLong(millis));
  }
}
