package dev.orders.redis;

import dev.orders.queue.Auditor;
import dev.orders.queue.Broker;
import dev.orders.queue.Delivery;
import dev.orders.queue.Inspector;
import dev.orders.queue.Intake;
import dev.orders.queue.Operations;
import dev.orders.queue.Receipt;
import dev.orders.queue.Settlement;
import dev.orders.queue.Settlement.Outcome;
import dev.orders.queue.Settlement.Succeeded;
import dev.orders.queue.Settlement.Verdict;
import dev.orders.queue.Submission;
import dev.orders.queue.TaskId;
import dev.orders.queue.TaskResult;
import dev.orders.queue.TaskType;
import io.lettuce.core.RedisClient;
import io.lettuce.core.ZAddArgs;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A store in a namespace of its own, driven through its public ports, beside a second connection
 * that sees and touches the raw keys.
 */
final class TestStore implements AutoCloseable {

  static final TaskType EMAIL = new TaskType("email", "email");
  static final TaskType INVOICE = new TaskType("invoice", "invoice");
  static final TaskType SHIPPING = new TaskType("shipping", "shipping");
  static final TaskType NOTICE = new TaskType("notice", "email");
  static final TaskType STATUS = new TaskType("status", "shipping");

  static final Duration LEASE = Duration.ofSeconds(30);
  static final Duration RETENTION = Duration.ofDays(30);
  static final String FINGERPRINT = "ab".repeat(32);
  static final String BODY = "{\"customer_name\":\"홍길동\"}";

  private final String namespace;
  private final RedisClient client;
  private final RedisCommands<String, String> raw;
  private final RedisStore store;

  TestStore() {
    this(TestRedis.url());
  }

  TestStore(String url) {
    this(url, url, TestRedis.namespace());
  }

  /** A store that reaches Redis through a proxy, beside a connection that does not. */
  TestStore(CuttingProxy proxy) {
    this(TestRedis.url(), proxy.url(), TestRedis.namespace());
  }

  private TestStore(String rawUrl, String url, String namespace) {
    this.namespace = namespace;
    client = RedisClient.create(rawUrl);
    raw = client.connect().sync();
    store = RedisStore.connect(new RedisOptions(url, null, namespace, RETENTION));
  }

  /** A store in a namespace that the caller answers for. */
  static TestStore inNamespace(String url, String namespace) {
    return new TestStore(url, url, namespace);
  }

  /** A store whose orders are parted; the number is settled before the store first looks. */
  static TestStore withPartitions(int count) {
    TestStore store = new TestStore();
    store.raw.hset(store.namespace + ":meta", "partitions", Integer.toString(count));
    return store;
  }

  Intake intake() {
    return store.intake();
  }

  Broker broker() {
    return store.broker();
  }

  Operations operations() {
    return store.operations();
  }

  Auditor auditor() {
    return store.auditor();
  }

  Inspector inspector() {
    return store.inspector();
  }

  RedisCommands<String, String> raw() {
    return raw;
  }

  String namespace() {
    return namespace;
  }

  /** The keys of the only partition. */
  Keys.Partition keys() {
    return new Keys(namespace).partition(0);
  }

  /** What the raw keys say. */
  Standing standing() {
    return new Standing(raw, keys());
  }

  static Submission submission(@Nullable String key, String fingerprint, Duration delay) {
    return new Submission(BODY, fingerprint, key, delay, List.of(EMAIL, INVOICE, SHIPPING));
  }

  Receipt submit(@Nullable String key, String fingerprint, Duration delay) {
    return store.intake().submit(List.of(submission(key, fingerprint, delay))).get(0);
  }

  /** Accepts a plain order; answers its id. */
  long order() {
    return submit(null, FINGERPRINT, Duration.ZERO).orderId();
  }

  /** Accepts an order with one task in its own queue. */
  long order(TaskType only) {
    Submission order = new Submission(BODY, FINGERPRINT, null, Duration.ZERO, List.of(only));
    return store.intake().submit(List.of(order)).get(0).orderId();
  }

  List<Delivery> fetch(String worker, int want, String... queues) {
    return store.broker().fetch(worker, List.of(queues), want, LEASE).deliveries();
  }

  /** Takes the next task of a queue for worker w1. */
  Delivery take(String queue) {
    return fetch("w1", 1, queue).get(0);
  }

  /** Its handler has begun, and said so. */
  Delivery begin(Delivery delivery) {
    store.broker().progress("w1", List.of(new Broker.Report(delivery.id(), delivery.number(), 0)));
    return delivery;
  }

  /** Recovers, promotes and purges as any fetch does, and takes nothing. */
  void sweep(String... queues) {
    fetch("sweeper", 0, queues);
  }

  /** Settles as worker w1. */
  Verdict settle(Delivery delivery, Outcome outcome) {
    return settle("w1", delivery, outcome);
  }

  Verdict settle(String worker, Delivery delivery, Outcome outcome) {
    return store
        .broker()
        .settle(worker, List.of(new Settlement(delivery.id(), delivery.number(), outcome)))
        .get(0);
  }

  Verdict succeed(Delivery delivery) {
    return settle(delivery, new Succeeded(TaskResult.of(Map.of())));
  }

  /** The worker has been silent for too long: the lease ends now. */
  void expire(Delivery delivery) {
    raw.zadd(keys().lease(delivery.queue()), ZAddArgs.Builder.xx(), 1, delivery.id().toString());
  }

  /** A delayed task's time has come. */
  void makeDue(String queue, TaskId task) {
    raw.zadd(keys().delayed(queue), ZAddArgs.Builder.xx(), 1, task.toString());
  }

  /** A closed order's retention is over. */
  void outlive(long order) {
    raw.zadd(keys().prefix() + "closed", ZAddArgs.Builder.xx(), 1, Long.toString(order));
  }

  /** Runs a script as the room does, to send the very same request twice. */
  Object run(Script script, String... arguments) {
    return raw.eval(script.text(), script.output(), new String[] {keys().never()}, arguments);
  }

  @Override
  public void close() {
    store.close();
    client.shutdown(0, 1, TimeUnit.SECONDS);
  }
}
