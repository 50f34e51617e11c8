package dev.orders.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.redis.BundledServer;
import dev.orders.redis.TestRedis;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Redis that has no memory left. */
class FullRedisIT {

  @TempDir Path directory;

  @Test
  void should_refuse_a_submission_with_exit_6_and_finish_what_was_accepted() throws Exception {
    try (BundledServer redis = TestRedis.start()) {
      TestConsole console =
          new TestConsole(
              Map.of("ORDERS_REDIS_URL", redis.url(), "ORDERS_LOCALE", "en"), directory);
      Files.writeString(directory.resolve("a.json"), Sample.order("A"));
      console.expect(0, "submit", "a.json");
      set(redis, "maxmemory", "1");

      assertThat(console.run("submit", "a.json")).isEqualTo(6);
      assertThat(console.err()).contains("out of memory").contains("nothing was changed");
      console.expect(0, "worker", "--burst");

      set(redis, "maxmemory", "0");
      assertThat(console.expect(0, "status", "1-notice", "-o", "json")).contains("SUCCESS");
      console.expect(0, "audit", "--files");
    }
  }

  private static void set(BundledServer redis, String name, String value) {
    RedisClient client = RedisClient.create(redis.url());
    try (StatefulRedisConnection<String, String> connection = client.connect()) {
      connection.sync().configSet(name, value);
    } finally {
      client.shutdown(0, 1, TimeUnit.SECONDS);
    }
  }
}
