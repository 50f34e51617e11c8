package dev.orders.redis;

import static dev.orders.redis.TestStore.FINGERPRINT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.orders.queue.BrokerException;
import dev.orders.queue.BrokerException.Reason;
import dev.orders.queue.Receipt;
import dev.orders.queue.TaskId;
import io.lettuce.core.KillArgs;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A Redis that is there and does not do what it is asked just now: the room waits and asks again,
 * and nothing is done twice.
 */
@Timeout(60)
class RedisTroubleIT {

  private final BundledServer server = TestRedis.start();
  private final TestStore seen = new TestStore(server.url());
  private final RedisStore store = connect(Duration.ofSeconds(30));

  @AfterEach
  void close() {
    store.close();
    seen.close();
    server.close();
  }

  @Test
  void should_wait_while_its_connection_is_paused() {
    submit();
    seen.raw().clientPause(300);

    assertAcceptedOnce(submit());
  }

  @Test
  void should_wait_while_redis_loads_its_data() {
    submit();
    // Redis looks up from loading every 2 MB: ten times, 100 ms apart.
    for (int i = 0; i < 200; i++) {
      seen.raw().set("filler:" + i, "x".repeat(100_000));
    }
    seen.raw().configSet("rdbcompression", "no");
    seen.raw().configSet("key-load-delay", "5000");
    RedisClient client = RedisClient.create(server.url());
    try (StatefulRedisConnection<String, String> reloading = client.connect()) {
      RedisAsyncCommands<String, String> redis = reloading.async();
      RedisFuture<String> reload =
          redis.dispatch(
              CommandType.DEBUG,
              new StatusOutput<>(StringCodec.UTF8),
              new CommandArgs<>(StringCodec.UTF8).add("RELOAD"));
      await().pollInterval(Duration.ofMillis(5)).until(this::isLoading);

      assertAcceptedOnce(submit());
      assertThat(reload.toCompletableFuture().join()).isEqualTo("OK");
    } finally {
      client.shutdown(0, 1, TimeUnit.SECONDS);
    }
  }

  @Test
  void should_wait_while_redis_is_a_replica_that_may_not_be_written_to() {
    submit();
    String before = seen.raw().info("errorstats");
    seen.raw().replicaof("127.0.0.1", 1);
    CompletableFuture<Receipt> submission = CompletableFuture.supplyAsync(this::submit);
    await().until(() -> !seen.raw().info("errorstats").equals(before));
    assertThat(submission).isNotDone();
    seen.raw().replicaofNoOne();

    assertAcceptedOnce(submission.join());
  }

  @Test
  void should_say_that_redis_is_a_replica_when_it_stays_one() {
    submit();
    seen.raw().replicaof("127.0.0.1", 1);
    try (RedisStore impatient = connect(Duration.ofMillis(200))) {
      assertThatThrownBy(() -> submit(impatient))
          .isInstanceOf(BrokerException.class)
          .hasMessageContaining("is a replica and takes no changes")
          .extracting("reason")
          .isEqualTo(Reason.UNREACHABLE);
      assertThat(impatient.inspector().task(new TaskId(1, "email"))).isPresent();
    }
    seen.raw().replicaofNoOne();

    assertAcceptedOnce(submit());
  }

  @Test
  void should_wait_for_a_place_when_redis_has_too_many_clients() {
    submit();
    seen.raw().configSet("maxclients", "1");
    seen.raw().clientKill(KillArgs.Builder.typeNormal().skipme(true));
    CompletableFuture<Receipt> submission = CompletableFuture.supplyAsync(this::submit);
    await().until(() -> !seen.raw().info("stats").contains("rejected_connections:0\r"));
    assertThat(submission).isNotDone();
    seen.raw().configSet("maxclients", "100");

    assertAcceptedOnce(submission.join());
  }

  private boolean isLoading() {
    try {
      seen.raw().ping();
      return false;
    } catch (RuntimeException e) {
      return String.valueOf(e.getMessage()).contains("LOADING");
    }
  }

  private RedisStore connect(Duration patience) {
    return RedisStore.connect(
        new RedisOptions(
            server.url(), RedisAccess.by(null), seen.namespace(), TestStore.RETENTION, patience));
  }

  private Receipt submit() {
    return submit(store);
  }

  private static Receipt submit(RedisStore store) {
    return store
        .intake()
        .submit(List.of(TestStore.submission(null, FINGERPRINT, Duration.ZERO)))
        .get(0);
  }

  /** The second one, after that which proved the connection. */
  private void assertAcceptedOnce(Receipt receipt) {
    assertThat(receipt.verdict()).isEqualTo(Receipt.Verdict.OK);
    assertThat(receipt.orderId()).isEqualTo(2);
    assertThat(seen.standing().counts()).isEqualTo("accepted=2 tasks=6");
  }
}
