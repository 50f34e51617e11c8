package dev.orders.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orders.redis.BundledServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Redis is killed under load, stays away for ten seconds, and comes back with what it had. */
class OutageIT {

  private static final int CLIENTS = 4;
  private static final Duration OUTAGE = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path directory;

  @Test
  void should_lose_and_double_no_order_when_redis_is_away_for_ten_seconds() throws Exception {
    BundledServer redis = BundledServer.start(0, directory);
    ExecutorService threads = Executors.newFixedThreadPool(2 * CLIENTS);
    try (TestApi api = new TestApi(Map.of("ORDERS_REDIS_URL", redis.url()))) {
      Customers customers = new Customers(api);
      List<Future<?>> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(threads.submit(customers::orderUnderKeys));
        clients.add(threads.submit(customers::orderWithoutKeys));
      }
      await().atMost(PATIENCE).until(() -> customers.accepted().size() > 200);

      redis.kill();
      watchOutage(api);
      int before = customers.accepted().size();
      redis = BundledServer.start(redis.port(), directory);
      await().atMost(PATIENCE).until(() -> api.get("/health/ready").statusCode() == 200);
      await().atMost(PATIENCE).until(() -> customers.accepted().size() > before + 200);
      customers.goHome();
      for (Future<?> client : clients) {
        client.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      }

      assertThat(customers.refusals()).hasSizeGreaterThan(CLIENTS * 20);
      assertThat(customers.refusals()).allSatisfy(OutageIT::requireRefusal);
      requireEachOnce(customers, ordersByCustomer(api));
      assertThat(api.services().audit().run(false).findings()).isEmpty();
    } finally {
      threads.shutdownNow();
      redis.close();
    }
  }

  /** While Redis is away the server lives, and says all the time that it is not ready. */
  private static void watchOutage(TestApi api) throws InterruptedException {
    long begun = System.nanoTime();
    while (System.nanoTime() - begun < OUTAGE.toNanos()) {
      requireRefusal(api.get("/health/ready"));
      assertThat(api.get("/health/live").statusCode()).isEqualTo(200);
      assertThat(api.get("/metrics").body()).contains("orders_redis_up 0\n");
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  private static void requireRefusal(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("retry-after")).contains("1");
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
  }

  /**
   * What was accepted is there once, under the id that was answered. What was refused, and not
   * asked again under its key, is no accepted order: it may be there or not, but not twice.
   */
  private static void requireEachOnce(Customers customers, Map<String, List<Long>> found) {
    customers
        .accepted()
        .forEach((name, id) -> assertThat(found.get(name)).as(name).containsExactly(id));
    assertThat(found).allSatisfy((name, ids) -> assertThat(ids).as(name).hasSize(1));
    assertThat(customers.names()).containsAll(found.keySet());
  }

  private static Map<String, List<Long>> ordersByCustomer(TestApi api) {
    Map<String, List<Long>> found = new TreeMap<>();
    JsonNode page = TestApi.json("{\"next\": \"/orders?limit=200\"}");
    while (page.has("next")) {
      page = TestApi.json(api.get(page.get("next").asString()));
      for (JsonNode order : page.get("orders")) {
        found
            .computeIfAbsent(order.get("customer_name").asString(), name -> new ArrayList<>())
            .add(order.get("id").asLong());
      }
    }
    return found;
  }
}
