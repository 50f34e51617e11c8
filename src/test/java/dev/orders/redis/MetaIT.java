package dev.orders.redis;

import static dev.orders.redis.TestStore.LEASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orders.queue.BrokerException;
import dev.orders.queue.BrokerException.Reason;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What all clients of an installation must agree on. */
class MetaIT {

  private final TestStore store = new TestStore();
  private final String meta = store.namespace() + ":meta";

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void should_settle_partitions_schema_and_instance_at_first_use() {
    assertThat(store.raw().exists(meta)).isZero();
    store.order();

    Map<String, String> settled = store.raw().hgetall(meta);
    assertThat(settled).containsOnlyKeys("partitions", "schema", "instance");
    assertThat(settled).containsEntry("partitions", "1").containsEntry("schema", "1");
    assertThat(settled.get("instance")).matches("[0-9a-f-]{36}");
  }

  @Test
  void should_keep_what_was_settled() {
    store.order();
    Map<String, String> settled = store.raw().hgetall(meta);
    RedisOptions same =
        new RedisOptions(TestRedis.url(), null, store.namespace(), TestStore.RETENTION);

    try (RedisStore second = RedisStore.connect(same)) {
      assertThat(second.broker().fetch("w1", List.of("email"), 1, LEASE).deliveries())
          .extracting(delivery -> delivery.order().instance())
          .containsExactly(settled.get("instance"));
    }
    assertThat(store.raw().hgetall(meta)).isEqualTo(settled);
  }

  @Test
  void should_refuse_data_of_another_schema() {
    store.raw().hset(meta, "schema", "99");

    assertThatThrownBy(store::order)
        .isInstanceOf(BrokerException.class)
        .hasMessageContaining("schema 99")
        .hasMessageContaining("--namespace")
        .extracting("reason")
        .isEqualTo(Reason.INCOMPATIBLE);
    assertThat(store.standing().everything()).isEmpty();
  }

  @Test
  void should_refuse_a_meta_key_that_is_something_else() {
    store.raw().set(meta, "not a hash");

    assertThatThrownBy(store::order)
        .isInstanceOf(BrokerException.class)
        .hasMessageContaining(meta + " has the wrong type")
        .hasMessageContaining("RENAME " + meta);
  }

  @Test
  void should_keep_namespaces_apart() {
    try (TestStore other = new TestStore()) {
      store.order();

      assertThat(other.order()).isEqualTo(1);
      assertThat(other.standing().counts()).isEqualTo("accepted=1 tasks=3");
    }
  }
}
