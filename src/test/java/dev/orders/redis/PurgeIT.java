package dev.orders.redis;

import static dev.orders.redis.TestStore.EMAIL;
import static dev.orders.redis.TestStore.FINGERPRINT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What remains of an order when its retention is over: a number. */
class PurgeIT {

  private final TestStore store = new TestStore();
  private final Standing standing = store.standing();

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void should_delete_every_key_of_an_order_and_count_it() {
    store.submit("shop-1", FINGERPRINT, Duration.ZERO);
    store.fetch("w1", 5, "email", "invoice", "shipping").forEach(store::succeed);
    store.raw().rpush(store.keys().prefix() + "log:1-email", "a line of its log");
    store.outlive(1);
    store.sweep("email");

    assertThat(keysOf("1")).isEmpty();
    assertThat(store.raw().exists(store.keys().prefix() + "idem:shop-1")).isZero();
    assertThat(store.raw().zcard(store.keys().prefix() + "closed")).isZero();
    assertThat(standing.counts()).isEqualTo("accepted=1 done=3 purged=1 purged_tasks=3 tasks=3");
  }

  @Test
  void should_keep_an_order_for_as_long_as_the_retention_says() {
    store.order(EMAIL);
    long before = System.currentTimeMillis();
    store.succeed(store.take("email"));
    long after = System.currentTimeMillis();
    store.sweep("email");

    assertThat(standing.order(1)).isEqualTo("confirmed, 0 open, closed");
    double until = store.raw().zscore(store.keys().prefix() + "closed", "1");
    double retention = TestStore.RETENTION.toMillis();
    assertThat(until).isBetween(before + retention - 1_000, after + retention + 1_000);
  }

  @Test
  void should_leave_other_orders_alone() {
    store.order(EMAIL);
    store.order(EMAIL);
    store.fetch("w1", 2, "email").forEach(store::succeed);
    store.outlive(1);
    store.sweep("email");

    assertThat(standing.order(1)).isEqualTo("none");
    assertThat(standing.order(2)).isEqualTo("confirmed, 0 open, closed");
  }

  @Test
  void should_delete_at_most_fifty_a_call() {
    for (int i = 0; i < 60; i++) {
      store.order(EMAIL);
    }
    store.fetch("w1", 60, "email").forEach(store::succeed);
    for (int i = 1; i <= 60; i++) {
      store.outlive(i);
    }
    store.sweep("email");

    assertThat(store.raw().zcard(store.keys().prefix() + "closed")).isEqualTo(10);
    assertThat(standing.counts()).contains("purged=50");
  }

  @Test
  void should_quarantine_a_closed_entry_without_an_order() {
    store.raw().zadd(store.keys().prefix() + "closed", 1, "99");
    store.sweep("email");

    assertThat(standing.quarantine()).containsExactly("closed-of-no-order 99");
    assertThat(store.raw().zcard(store.keys().prefix() + "closed")).isZero();
  }

  private List<String> keysOf(String order) {
    return store.raw().keys(store.keys().prefix() + "*").stream()
        .filter(key -> key.matches(".*(order|body|trail|task|log):" + order + "(-.*)?"))
        .toList();
  }
}
