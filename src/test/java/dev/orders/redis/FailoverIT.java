package dev.orders.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orders.queue.BrokerException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Masters that die or are demoted while a batch comes in and a worker works it off. */
class FailoverIT {

  private static final int ORDERS = 60;

  private static final RedisAccess WATCHED =
      new RedisAccess(TestSentinels.PASSWORD, TestSentinels.SENTINEL_PASSWORD, null, null, null);

  @Test
  void should_lose_nothing_when_the_master_that_sentinels_watch_is_killed_in_mid_batch() {
    TestSentinels sentinels = TestSentinels.shared();
    RedisNode master = sentinels.master();

    passThrough(sentinels.url(), WATCHED, master::kill, master::restart);

    assertThat(sentinels.master()).isNotSameAs(master);
    sentinels.awaitWhole();
  }

  @Test
  void should_lose_nothing_when_the_master_that_sentinels_watch_is_demoted_in_mid_batch() {
    TestSentinels sentinels = TestSentinels.shared();
    RedisNode master = sentinels.master();

    passThrough(sentinels.url(), WATCHED, sentinels::failOver, () -> {});

    sentinels.awaitWhole();
    assertThat(sentinels.master()).isNotSameAs(master);
  }

  @Test
  void should_lose_nothing_when_a_master_of_a_cluster_is_killed_in_mid_batch() {
    TestCluster cluster = TestCluster.shared();
    RedisNode master = cluster.master("0");

    passThrough(cluster.url(), RedisAccess.by(null), master::kill, master::restart);

    cluster.awaitWhole();
    assertThat(cluster.master("0")).isNotSameAs(master);
  }

  @Test
  void should_lose_nothing_when_a_master_of_a_cluster_is_demoted_in_mid_batch() {
    TestCluster cluster = TestCluster.shared();
    RedisNode master = cluster.master("0");

    passThrough(cluster.url(), RedisAccess.by(null), () -> cluster.failOver("0"), () -> {});

    cluster.awaitWhole();
    assertThat(cluster.master("0")).isNotSameAs(master);
  }

  @Test
  void should_say_that_the_sentinels_password_is_wrong() {
    RedisAccess wrong = new RedisAccess(TestSentinels.PASSWORD, "wr0ng", null, null, null);
    RedisOptions options =
        new RedisOptions(
            TestSentinels.shared().url(),
            wrong,
            TestRedis.namespace(),
            TestStore.RETENTION,
            Duration.ofSeconds(1));
    try (RedisStore store = RedisStore.connect(options)) {
      assertThatThrownBy(() -> store.inspector().newest())
          .isInstanceOf(BrokerException.class)
          .hasMessageContaining("WRONGPASS")
          .hasMessageContaining("ORDERS_REDIS_SENTINEL_PASSWORD")
          .hasMessageNotContaining("wr0ng");
    }
  }

  private static void passThrough(
      String url, RedisAccess access, Runnable halfWay, Runnable afterwards) {
    try (Relay relay = new Relay(url, access, ORDERS)) {
      CompletableFuture<Void> worker = relay.work();
      try {
        relay.submit(halfWay);
      } finally {
        afterwards.run();
      }
      relay.finish(worker);
      relay.check();
    }
  }
}
