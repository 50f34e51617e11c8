package dev.orders.worker;

import dev.orders.queue.Broker;
import dev.orders.queue.Operations;
import dev.orders.queue.QueueStats;
import dev.orders.queue.RetryPolicy;
import dev.orders.queue.Submission;
import dev.orders.queue.Task;
import dev.orders.queue.TaskHandler;
import dev.orders.queue.TaskId;
import dev.orders.queue.TaskType;
import dev.orders.queue.WorkerInfo;
import dev.orders.redis.RawRedis;
import dev.orders.redis.RedisOptions;
import dev.orders.redis.RedisStore;
import dev.orders.redis.TestRedis;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** A queue on a real Redis, in a namespace of its own, with one task an order, and its workers. */
final class Shop implements AutoCloseable {

  static final String QUEUE = "email";
  private static final TaskType TASK = new TaskType("email", QUEUE);
  static final RetryPolicy POLICY = new RetryPolicy(2, Duration.ofMillis(50));

  private final RedisStore store;
  private final String namespace = TestRedis.namespace();
  private final List<Worker> workers = new ArrayList<>();
  private Duration lease = Duration.ofSeconds(30);
  private Duration grace = Duration.ofSeconds(10);
  private Duration timeLimit = Duration.ofMinutes(5);
  private RetryPolicy policy = POLICY;
  private boolean burst;

  Shop() {
    this(TestRedis.url());
  }

  Shop(String url) {
    store = RedisStore.connect(new RedisOptions(url, null, namespace, Duration.ofDays(1)));
  }

  Shop lease(Duration lease) {
    this.lease = lease;
    return this;
  }

  Shop grace(Duration grace) {
    this.grace = grace;
    return this;
  }

  Shop timeLimit(Duration timeLimit) {
    this.timeLimit = timeLimit;
    return this;
  }

  /** This lease, no grace, and all the time in the world. */
  static WorkerOptions.Limits limits(Duration lease) {
    return new WorkerOptions.Limits(lease, Duration.ZERO, Duration.ofDays(1));
  }

  Shop retryDelay(Duration delay) {
    this.policy = new RetryPolicy(2, delay);
    return this;
  }

  Shop burst() {
    this.burst = true;
    return this;
  }

  List<TaskId> submit(int orders) {
    return submit(orders, TASK);
  }

  List<TaskId> submit(int orders, TaskType task) {
    Submission order = new Submission("{}", "0".repeat(64), null, Duration.ZERO, List.of(task));
    return store.intake().submit(Stream.generate(() -> order).limit(orders).toList()).stream()
        .flatMap(receipt -> receipt.tasks().stream())
        .toList();
  }

  TaskId submitOne() {
    return submit(1).get(0);
  }

  /** A started worker. */
  Worker worker(int concurrency, TaskHandler handler) {
    return worker(concurrency, handler, broker());
  }

  Worker worker(int concurrency, TaskHandler handler, Broker broker) {
    String id = WorkerOptions.uniqueId("test", new Random());
    WorkerOptions options =
        new WorkerOptions(
            id,
            List.of(QUEUE, "shipping"),
            concurrency,
            new WorkerOptions.Limits(lease, grace, timeLimit),
            burst);
    Worker worker = new Worker(broker, options, Map.of("email", handler), queue -> policy);
    workers.add(worker);
    worker.start();
    return worker;
  }

  Broker broker() {
    return store.broker();
  }

  Operations operations() {
    return store.operations();
  }

  /**
   * Puts a string in the place of a key of the only partition; answers the key. Shared Redis only.
   */
  String damage(String name) throws IOException {
    String key = namespace + ":{0}:" + name;
    RawRedis.ask(TestRedis.shared().port(), "SET " + key + " damaged");
    return key;
  }

  /** Takes that string away. */
  void mend(String key) throws IOException {
    RawRedis.ask(TestRedis.shared().port(), "DEL " + key);
  }

  Task task(TaskId id) {
    return store.inspector().task(id).orElseThrow();
  }

  QueueStats stats() {
    return store.inspector().queue(QUEUE);
  }

  List<WorkerInfo> liveWorkers() {
    return store.inspector().workers();
  }

  @Override
  public void close() {
    workers.forEach(Worker::stopNow);
    workers.forEach(Shop::awaitEnd);
    store.close();
  }

  static void awaitEnd(Worker worker) {
    try {
      worker.awaitEnd();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
