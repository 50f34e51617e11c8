package dev.orders.redis;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orders.queue.BrokerException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A Redis that is there, at a URL that says something else of it. */
class AdviceIT {

  @Test
  void should_say_what_to_write_for_a_server_that_is_no_node_of_a_cluster() {
    refused(TestRedis.url().replace("redis://", "redis-cluster://"), "Write redis:// instead");
  }

  @Test
  void should_say_what_to_write_for_a_database_that_is_not_there() {
    refused(TestRedis.url().replaceFirst("(:\\d+).*", "$1/99"), "has no database of that number");
  }

  private static void refused(String url, String advice) {
    RedisOptions options =
        new RedisOptions(
            url,
            RedisAccess.by(null),
            TestRedis.namespace(),
            TestStore.RETENTION,
            Duration.ofSeconds(1));
    try (RedisStore store = RedisStore.connect(options)) {
      assertThatThrownBy(() -> store.inspector().newest())
          .isInstanceOf(BrokerException.class)
          .hasMessageContaining(advice);
    }
  }
}
