package dev.orders.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orders.queue.BrokerException;
import dev.orders.queue.TaskId;
import dev.orders.queue.TaskResult;
import dev.orders.queue.TaskState;
import dev.orders.redis.BundledServer;
import dev.orders.redis.CuttingProxy;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A whole worker, with the times it has by default, whose lines to Redis fail. */
@Timeout(120)
@SuppressWarnings("NullAway.Init")
class WorkerLineIT {

  private static final Pattern WAITING = Pattern.compile("id=(\\d+) .*cmd=bzpopmin");
  private static final Pattern REFUSED = Pattern.compile("cmdstat_evalsha:.*failed_calls=(\\d+)");
  private static final TaskResult DONE = TaskResult.of(Map.of());

  /** In a black hole, says the issue; the limits in ClientSetup come to nine seconds. */
  private static final Duration TO_NOTICE = Duration.ofSeconds(15);

  @TempDir private Path data;

  private final Semaphore mayEnd = new Semaphore(0);
  private final AtomicInteger runs = new AtomicInteger();
  private BundledServer server;
  private RedisClient client;
  private RedisCommands<String, String> redis;

  @BeforeEach
  void start() {
    server = BundledServer.start(0, data);
    client = RedisClient.create(server.url());
    redis = client.connect().sync();
  }

  @AfterEach
  void stop() {
    client.shutdown();
    server.close();
  }

  @Test
  void should_go_on_where_redis_has_no_place_for_the_line_it_waits_on() {
    try (Shop shop = new Shop(server.url())) {
      shop.worker(2, attempt -> DONE);
      await().until(() -> waiting().find());
      redis.configSet("maxclients", "2");
      Matcher line = waiting();
      assertThat(line.find()).isTrue();
      redis.clientKill(io.lettuce.core.KillArgs.Builder.id(Long.parseLong(line.group(1))));
      await().until(() -> !redis.info("stats").contains("rejected_connections:0\r"));

      awaitDone(shop, shop.submit(3));
      assertThat(waiting().find()).isFalse();

      redis.configSet("maxclients", "100");
      await().until(() -> waiting().find());
      awaitDone(shop, shop.submit(3));
    }
  }

  @Test
  void should_go_on_once_a_master_that_was_demoted_is_one_again() {
    try (Shop shop = new Shop(server.url())) {
      List<TaskId> tasks = halfDone(shop);
      redis.replicaof("127.0.0.1", 1);
      int refused = refusedScripts();
      mayEnd.release(tasks.size());
      await().until(() -> refusedScripts() > refused + 3);
      redis.replicaofNoOne();

      awaitDone(shop, tasks);
      awaitDone(shop, shop.submit(3));
    }
  }

  @Test
  void should_go_on_when_its_lines_lead_nowhere() throws IOException {
    try (CuttingProxy proxy = new CuttingProxy(server.port());
        Shop shop = new Shop(proxy.url())) {
      List<TaskId> tasks = halfDone(shop);
      proxy.loseLines();
      mayEnd.release(tasks.size());

      await().atMost(TO_NOTICE).until(() -> !proxy.hasLostLines());
      awaitDone(shop, tasks);
      assertThat(runs).hasValue(tasks.size());
    }
  }

  /** Orders some of whose tasks a worker has settled, and some of which it has in its hands. */
  private List<TaskId> halfDone(Shop shop) {
    List<TaskId> tasks = shop.submit(60);
    mayEnd.release(tasks.size() / 2);
    Worker worker =
        shop.worker(
            2,
            attempt -> {
              runs.incrementAndGet();
              mayEnd.acquire();
              return DONE;
            });
    await().until(() -> worker.counts().succeeded() >= tasks.size() / 2);
    return tasks;
  }

  private static void awaitDone(Shop shop, List<TaskId> tasks) {
    await()
        .atMost(Duration.ofSeconds(25)) // less than the lease, so that it is not what mends it
        .ignoreExceptionsInstanceOf(BrokerException.class)
        .until(() -> tasks.stream().allMatch(task -> shop.task(task).state() == TaskState.SUCCESS));
  }

  private int refusedScripts() {
    Matcher refused = REFUSED.matcher(redis.info("commandstats"));
    return refused.find() ? Integer.parseInt(refused.group(1)) : 0;
  }

  private Matcher waiting() {
    return WAITING.matcher(redis.clientList());
  }
}
