package dev.orders.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orders.queue.BrokerException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HazardsIT {

  @Test
  void should_see_no_hazard_in_the_bundled_server() {
    RedisOptions options =
        new RedisOptions(TestRedis.url(), null, TestRedis.namespace(), Duration.ofDays(1));
    try (RedisStore store = RedisStore.connect(options)) {
      assertThat(store.inspector().hazards()).isEmpty();
    }
  }

  @Test
  void should_warn_of_a_policy_that_throws_keys_away() {
    assertThat(new Hazards("# Memory\r\nmaxmemory_policy:allkeys-lru\r\n").warnings())
        .singleElement()
        .asString()
        .contains("allkeys-lru", "noeviction");
  }

  @Test
  void should_warn_of_a_server_that_writes_no_log() {
    assertThat(new Hazards("aof_enabled:0\r\n").warnings())
        .singleElement()
        .asString()
        .contains("appendonly");
  }

  @Test
  void should_refuse_a_server_that_is_too_old() {
    assertThatThrownBy(() -> new Hazards("redis_version:6.0.16\r\n").warnings())
        .isInstanceOf(BrokerException.class)
        .hasMessageContaining("6.0.16");
    assertThat(new Hazards("redis_version:7.0.15\r\n").warnings()).isEmpty();
    assertThat(new Hazards("redis_version:6.2.0\r\n").warnings()).isEmpty();
  }
}
