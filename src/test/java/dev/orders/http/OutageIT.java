package dev.orders.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orders.redis.BundledServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Redis is killed under load and comes back. */
class OutageIT {

  private static final int CLIENTS = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path directory;

  private final Map<String, HttpResponse<String>> answers = new ConcurrentHashMap<>();
  private final AtomicInteger keys = new AtomicInteger();
  private final AtomicBoolean isOver = new AtomicBoolean();

  @Test
  void should_lose_and_double_no_order_when_redis_goes_and_comes_back() throws Exception {
    BundledServer redis = BundledServer.start(0, directory);
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try (TestApi api = new TestApi(Map.of("ORDERS_REDIS_URL", redis.url()))) {
      for (int i = 0; i < CLIENTS; i++) {
        clients.execute(() -> sendUntilTheEnd(api));
      }
      await().atMost(PATIENCE).until(() -> with(201).size() > 20);

      redis.kill();
      await().atMost(PATIENCE).until(() -> with(503).size() > 20);
      assertThat(api.get("/health/live").statusCode()).isEqualTo(200);
      assertThat(api.get("/health/ready").statusCode()).isEqualTo(503);
      assertThat(api.get("/metrics").body()).contains("orders_redis_up 0\n");
      int before = with(201).size();
      redis = BundledServer.start(redis.port(), directory);
      await().atMost(PATIENCE).until(() -> with(201).size() > before + 20);
      isOver.set(true);
      clients.shutdown();
      assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

      assertThat(answers.values())
          .allSatisfy(answer -> assertThat(answer.statusCode()).isIn(201, 503))
          .allMatch(
              answer -> answer.statusCode() == 201 || says(answer, "retry-after").equals("1"));
      assertEachKeyHasOneOrder(api);
    } finally {
      clients.shutdownNow();
      redis.close();
    }
  }

  private void sendUntilTheEnd(TestApi api) {
    while (!isOver.get()) {
      String key = "k-" + keys.incrementAndGet();
      answers.put(key, api.post("/orders", TestApi.ORDER, "idempotency-key", key));
    }
  }

  /**
   * What was accepted is there; what was not is accepted now, or had been without our knowledge.
   */
  private void assertEachKeyHasOneOrder(TestApi api) {
    TreeSet<Long> ids = new TreeSet<>();
    answers.forEach(
        (key, first) -> {
          HttpResponse<String> again = api.post("/orders", TestApi.ORDER, "idempotency-key", key);
          assertThat(again.statusCode()).isEqualTo(201);
          if (first.statusCode() == 201) {
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(says(again, "idempotency-replayed")).isEqualTo("true");
          }
          ids.add(TestApi.json(again).get("order_id").asLong());
        });
    assertThat(ids).hasSize(answers.size());
    assertThat(ids.last()).as("an order beside them").isEqualTo(answers.size());
  }

  private List<HttpResponse<String>> with(int status) {
    return answers.values().stream().filter(answer -> answer.statusCode() == status).toList();
  }

  private static String says(HttpResponse<String> response, String header) {
    return response.headers().firstValue(header).orElse("");
  }
}
