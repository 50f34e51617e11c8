package dev.orders.redis;

import static dev.orders.redis.TestStore.FINGERPRINT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.orders.queue.Receipt;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A partition's slot on its way to another master, with half of its keys on either side. */
class MovingSlotIT {

  private static final int ORDERS = 20;

  /** All but the two that are about one key only, which is on one side or the other. */
  private static final Set<Script> SCRIPTS =
      EnumSet.complementOf(EnumSet.of(Script.META, Script.REGISTER));

  private final TestCluster cluster = TestCluster.shared();
  private final String namespace = TestRedis.namespace();
  private final RedisStore store =
      RedisStore.connect(
          new RedisOptions(
              cluster.url(),
              RedisAccess.by(null),
              namespace,
              TestStore.RETENTION,
              Duration.ofMinutes(2)));
  private Keys.Partition partition = new Keys(namespace).partition(0);
  private MovingSlot slot;

  /** Keys spread the orders; the partition of the first one moves. */
  @BeforeEach
  void begin() {
    long first = submit("key-0").orderId();
    for (int i = 1; i < ORDERS; i++) {
      submit("key-" + i);
    }
    partition = new Keys(namespace).partition(first % 64);
    slot = MovingSlot.begin(cluster, partition);
    slot.moveHalf();
  }

  private Receipt submit(String key) {
    return store
        .intake()
        .submit(List.of(TestStore.submission(key, FINGERPRINT, Duration.ZERO)))
        .get(0);
  }

  @AfterEach
  void close() {
    slot.abandon();
    store.close();
  }

  @Test
  void should_run_no_script_on_either_side_until_all_keys_are_together() {
    Map<String, String> before = slot.everything();

    for (Script script : SCRIPTS) {
      assertThatThrownBy(() -> run(script, slot.from(), false))
          .as(script + " where the keys were")
          .isInstanceOf(RedisCommandExecutionException.class)
          .hasMessageStartingWith("ASK ");
      assertThatThrownBy(() -> run(script, slot.to(), true))
          .as(script + " where they go")
          .isInstanceOf(RedisCommandExecutionException.class)
          .hasMessageStartingWith("TRYAGAIN");
    }

    assertThat(slot.everything()).isEqualTo(before);
  }

  @Test
  void should_wait_for_the_end_of_the_move_and_lose_nothing() {
    CompletableFuture<Receipt> again = CompletableFuture.supplyAsync(() -> submit("key-0"));
    CompletableFuture<Integer> worked = CompletableFuture.supplyAsync(this::workOffOthers);

    assertThat(worked.join()).as("the other partitions go on").isPositive();
    assertThat(again).isNotDone();
    slot.end();

    assertThat(again.join().verdict()).isEqualTo(Receipt.Verdict.DUPLICATE);
    await()
        .atMost(3, TimeUnit.MINUTES)
        .until(() -> Relay.workOnce(store, TestStore.LEASE) == 0 && done() == 4L * ORDERS);
    assertThat(store.auditor().audit(AuditedShop.TERMS).findings()).isEmpty();
  }

  private long done() {
    return store.inspector().counts().getOrDefault("done", 0L);
  }

  private int workOffOthers() {
    int all = 0;
    for (int some = 1; some > 0; all += some) {
      some = Relay.workOnce(store, TestStore.LEASE);
    }
    return all;
  }

  private void run(Script script, RedisNode node, boolean asking) {
    RedisClient client = RedisClient.create("redis://127.0.0.1:" + node.port());
    try (StatefulRedisConnection<String, String> connection = client.connect()) {
      if (asking) {
        connection.sync().asking();
      }
      connection
          .sync()
          .eval(
              script.text(),
              script.output(),
              script.keys(partition.never()),
              arguments(script).toArray(String[]::new));
    } finally {
      client.shutdown(0, 1, TimeUnit.SECONDS);
    }
  }

  /** Such as would change something. */
  private static List<String> arguments(Script script) {
    String order = "{}";
    return new ArrayList<>(
        switch (script) {
          case SUBMIT -> List.of("r", "64", "0", "email=email", "", "", FINGERPRINT, "0", order);
          case FETCH -> List.of("w", "1", "30000", "10", "1000", "email", "invoice", "shipping");
          case PAUSE, RESUME -> List.of("email");
          default -> List.of("1", "1000", "1", "email");
        });
  }
}
