package dev.orders.http;

import dev.orders.app.QueueCounts;
import dev.orders.app.TaskTypes;
import dev.orders.queue.BrokerException;
import dev.orders.queue.Inspector;
import dev.orders.queue.QueueStats;
import dev.orders.queue.WorkerInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * {@code /metrics}, for Prometheus: how the queues stand, what the scripts have counted since the
 * installation began, the workers, and what this server has answered. While Redis is away, only the
 * last of these, and that it is away.
 */
final class Metrics {

  /** Counters that are no queue's. */
  private static final List<String> OTHERS = List.of("purged", "stale", "repaired", "quarantined");

  private final Inspector inspector;
  private final Traffic traffic;
  private final RedisGate gate;

  Metrics(Inspector inspector, Traffic traffic, RedisGate gate) {
    this.inspector = inspector;
    this.traffic = traffic;
    this.gate = gate;
  }

  Answer scrape(Request request) {
    Exposition text = new Exposition();
    Exposition ofRedis = new Exposition();
    try {
      gate.pass(() -> describeRedis(ofRedis));
      text.gauge("orders_redis_up", "Whether Redis can be reached.").sample(1).add(ofRedis);
    } catch (BrokerException e) {
      text.gauge("orders_redis_up", "Whether Redis can be reached.").sample(0);
    }
    describeTraffic(text);
    return Answer.of(200, Media.METRICS, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private Exposition describeRedis(Exposition text) {
    describeQueues(text, TaskTypes.queues().stream().map(inspector::queue).toList());
    describeCounts(text, inspector.counts());
    List<WorkerInfo> workers = inspector.workers();
    text.gauge("orders_workers", "Live workers.").sample(workers.size());
    text.gauge("orders_worker_slots", "Tasks that live workers can run at once.")
        .sample(workers.stream().mapToInt(WorkerInfo::concurrency).sum());
    return text;
  }

  private static void describeQueues(Exposition text, List<QueueStats> queues) {
    text.gauge("orders_queue_tasks", "Tasks by queue and place.");
    for (QueueStats queue : queues) {
      text.sample(queue.pending(), "queue", queue.name(), "place", "pending")
          .sample(queue.active(), "queue", queue.name(), "place", "active")
          .sample(queue.delayed(), "queue", queue.name(), "place", "delayed")
          .sample(queue.dead(), "queue", queue.name(), "place", "dead");
    }
    text.gauge("orders_queue_oldest_seconds", "How long the oldest pending task has waited.");
    for (QueueStats queue : queues) {
      double seconds = queue.oldest() == null ? 0 : queue.oldest().toMillis() / 1e3;
      text.sample(seconds, "queue", queue.name());
    }
    text.gauge("orders_queue_paused", "Whether deliveries are stopped.");
    queues.forEach(queue -> text.sample(queue.paused() ? 1 : 0, "queue", queue.name()));
  }

  private static void describeCounts(Exposition text, Map<String, Long> counts) {
    text.counter("orders_accepted_total", "Orders accepted.")
        .sample(counts.getOrDefault("accepted", 0L));
    text.counter("orders_queue_events_total", "What has become of tasks, by queue.");
    for (String queue : TaskTypes.queues()) {
      for (QueueCounts count : QueueCounts.ALL) {
        long times = counts.getOrDefault(count.of(queue), 0L);
        text.sample(times, "queue", queue, "event", count.name());
      }
    }
    text.counter("orders_events_total", "What else has happened.");
    OTHERS.forEach(name -> text.sample(counts.getOrDefault(name, 0L), "event", name));
    text.histogram(
        "orders_task_duration_seconds", "How long attempts were in their workers' hands.");
    RunTimes times = new RunTimes(counts);
    TaskTypes.queues().stream()
        .flatMap(queue -> TaskTypes.kinds(queue).stream())
        .forEach(kind -> times.describe(text, kind));
  }

  private void describeTraffic(Exposition text) {
    Map<Traffic.Kind, Traffic.Sum> sums = traffic.sums();
    text.summary("orders_http_requests_seconds", "Requests answered by this server.");
    sums.forEach((kind, sum) -> text.sums(sum.seconds(), sum.count(), labels(kind)));
    text.gauge("orders_http_event_streams", "Clients that follow events here.")
        .sample(traffic.listeners().get());
  }

  private static String[] labels(Traffic.Kind kind) {
    return new String[] {
      "method", kind.method(), "route", kind.route(), "status", Integer.toString(kind.status())
    };
  }
}
