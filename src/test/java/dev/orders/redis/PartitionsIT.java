package dev.orders.redis;

import static dev.orders.redis.TestStore.EMAIL;
import static dev.orders.redis.TestStore.FINGERPRINT;
import static dev.orders.redis.TestStore.LEASE;
import static dev.orders.redis.TestStore.STATUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.orders.queue.Broker.Beat;
import dev.orders.queue.Broker.Fetched;
import dev.orders.queue.Broker.Lease;
import dev.orders.queue.Broker.Report;
import dev.orders.queue.BrokerException;
import dev.orders.queue.Delivery;
import dev.orders.queue.Inspector.Place;
import dev.orders.queue.QueueStats;
import dev.orders.queue.Receipt;
import dev.orders.queue.Settlement;
import dev.orders.queue.Settlement.Failed;
import dev.orders.queue.Settlement.Verdict;
import dev.orders.queue.Submission;
import dev.orders.queue.Task;
import dev.orders.queue.TaskId;
import dev.orders.queue.WorkerInfo;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same store with its orders in three partitions. */
class PartitionsIT {

  private static final int ORDERS = 30;

  private final TestStore store = TestStore.withPartitions(3);

  private List<Receipt> receipts = List.of();

  /** Keys spread orders over the partitions. */
  @BeforeEach
  void submit() {
    List<Submission> orders = new ArrayList<>();
    for (int i = 0; i < ORDERS; i++) {
      orders.add(new Submission("{}", FINGERPRINT, "key-" + i, Duration.ZERO, List.of(EMAIL)));
    }
    receipts = store.intake().submit(orders);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void should_number_orders_so_that_the_id_names_the_partition() {
    assertThat(receipts)
        .extracting(Receipt::orderId)
        .doesNotHaveDuplicates()
        .allSatisfy(id -> assertThat(store.raw().exists(partition(id).order(id))).isEqualTo(1));
    for (int p = 0; p < 3; p++) {
      long first = 3L + p;
      assertThat(receipts).extracting(Receipt::orderId).contains(first);
    }
  }

  @Test
  void should_find_an_order_again_by_its_key() {
    Submission again = new Submission("{}", FINGERPRINT, "key-7", Duration.ZERO, List.of(EMAIL));

    Receipt receipt = store.intake().submit(List.of(again)).get(0);

    assertThat(receipt.verdict()).isEqualTo(Receipt.Verdict.DUPLICATE);
    assertThat(receipt.orderId()).isEqualTo(receipts.get(7).orderId());
  }

  @Test
  void should_find_orders_by_their_keys_in_all_partitions() {
    List<String> keys = List.of("a", "b", "c", "d");
    Map<String, Long> ids = new HashMap<>();
    keys.forEach(key -> ids.put(key, store.submit(key, FINGERPRINT, Duration.ZERO).orderId()));

    assertThat(store.inspector().installation().isUnused()).isFalse();
    assertThat(store.inspector().ordersByKey(keys))
        .allSatisfy((key, order) -> assertThat(order.id()).isEqualTo(ids.get(key)))
        .hasSize(4);
  }

  @Test
  void should_read_from_all_partitions() {
    assertThat(store.inspector().queue("email").pending()).isEqualTo(ORDERS);
    assertThat(store.inspector().list("email", Place.PENDING, 100)).hasSize(ORDERS);
    assertThat(store.inspector().list("email", Place.PENDING, 7)).hasSize(7);
    List<TaskId> ids =
        receipts.stream().map(receipt -> new TaskId(receipt.orderId(), "email")).toList();
    assertThat(store.inspector().tasks(ids)).extracting(Task::id).isEqualTo(ids);
  }

  @Test
  void should_carry_everything_through() {
    List<Delivery> all = store.fetch("w1", 100, "email");
    assertThat(all).hasSize(ORDERS);

    store.broker().progress("w1", all.stream().map(one -> new Report(one.id(), 1, 50)).toList());
    WorkerInfo worker =
        new WorkerInfo("w1", "h", 1, List.of("email"), 1, Instant.EPOCH, List.of(), null);
    List<Lease> leases = all.stream().map(one -> new Lease(one.id(), 1)).toList();
    assertThat(store.broker().heartbeat(worker, leases, LEASE)).containsOnly(Beat.OK);
    assertThat(store.inspector().workers()).hasSize(1);
    List<Settlement> failed =
        all.stream().map(one -> new Settlement(one.id(), 1, new Failed("no"))).toList();
    assertThat(store.broker().settle("w1", failed)).hasSize(ORDERS).containsOnly(Verdict.OK);

    assertThat(stats()).isEqualTo(new QueueStats("email", 0, 0, 0, ORDERS, null, false));
    assertThat(store.operations().retryDead("email", 20)).hasSize(20);
    assertThat(store.inspector().queue("email").dead()).isEqualTo(10);
  }

  @Test
  void should_prolong_what_can_be_prolonged_when_one_partition_cannot_be_asked() {
    List<Lease> leases =
        store.fetch("w1", 100, "email").stream().map(one -> new Lease(one.id(), 1)).toList();
    store.raw().set(partition(1).never(), "so that each script fails there");
    WorkerInfo worker =
        new WorkerInfo("w1", "h", 1, List.of("email"), 1, Instant.EPOCH, List.of(), null);

    List<Beat> beats = store.broker().heartbeat(worker, leases, LEASE);

    for (int i = 0; i < leases.size(); i++) {
      boolean isDamaged = leases.get(i).task().orderId() % 3 == 1;
      assertThat(beats.get(i)).isEqualTo(isDamaged ? Beat.UNKNOWN : Beat.OK);
    }
  }

  @Test
  void should_take_an_equal_share_from_each_partition() {
    assertThat(store.fetch("w1", 6, "email"))
        .extracting(one -> one.id().orderId() % 3)
        .containsExactlyInAnyOrder(0L, 0L, 1L, 1L, 2L, 2L);
  }

  @Test
  void should_not_starve_a_partition_while_another_has_work() {
    store.fetch("w1", 1, "email");
    List<Delivery> next = store.fetch("w1", 2, "email");

    assertThat(next).extracting(one -> one.id().orderId() % 3).doesNotHaveDuplicates();
  }

  @Test
  void should_hand_over_no_more_than_wanted() {
    assertThat(store.fetch("w1", 12, "email")).hasSize(12);
    assertThat(stats().active()).isEqualTo(12);
  }

  @Test
  void should_operate_in_the_partition_of_the_order() {
    long id = receipts.get(4).orderId();

    assertThat(store.operations().update(id, "shipped", STATUS).task())
        .isEqualTo(new TaskId(id, "status-1"));
    assertThat(store.operations().cancel(new TaskId(id, "email")).state()).isEqualTo("REVOKED");
    assertThat(store.operations().cancelOrder(id)).hasSize(2);
    assertThat(store.inspector().order(id).orElseThrow().status()).isEqualTo("cancelled");
  }

  @Test
  void should_pause_and_resume_all_partitions() {
    assertThat(store.operations().pause("email")).isTrue();
    assertThat(store.fetch("w1", 100, "email")).isEmpty();
    assertThat(stats().paused()).isTrue();
    assertThat(store.operations().resume("email")).isTrue();
    assertThat(store.fetch("w1", 100, "email")).hasSize(ORDERS);
  }

  @Test
  void should_forget_the_worker_in_all_partitions() {
    store.fetch("w1", 1, "email");
    store.broker().deregister("w1");

    assertThat(store.raw().hkeys(partition(1).worker("w1"))).containsExactly("fetch");
    assertThat(store.fetch("w1", 100, "email")).isEmpty(); // numbered anew, as if it came late
    assertThat(store.fetch("w2", 100, "email")).hasSize(ORDERS - 1);
  }

  @Test
  void should_hand_over_what_good_partitions_gave_when_a_queue_of_one_is_damaged() {
    store.raw().del(partition(1).pending("email"));
    store.raw().set(partition(1).pending("email"), "damaged");

    Fetched fetched = store.broker().fetch("w1", List.of("email"), 100, LEASE);

    long inGood = receipts.stream().filter(receipt -> receipt.orderId() % 3 != 1).count();
    assertThat(fetched.deliveries()).hasSize((int) inGood).allMatch(one -> one.number() == 1);
    assertThat(fetched.damaged()).containsExactly(partition(1).pending("email"));
    assertThatThrownBy(() -> store.inspector().queue("email")).isInstanceOf(BrokerException.class);
  }

  @Test
  void should_hand_over_what_good_partitions_gave_when_one_refuses() {
    store.raw().set(partition(1).closed(), "damaged");

    List<Delivery> taken = store.fetch("w1", 100, "email");

    assertThat(taken).isNotEmpty().allMatch(one -> one.id().orderId() % 3 != 1);
  }

  @Test
  void should_bring_in_what_was_taken_without_an_answer() throws IOException {
    List<Delivery> taken = new ArrayList<>();
    try (CuttingProxy proxy = new CuttingProxy(TestRedis.shared().port());
        RedisStore behind =
            RedisStore.connect(
                new RedisOptions(proxy.url(), null, store.namespace(), TestStore.RETENTION))) {
      behind.broker().fetch("w1", List.of("email"), 0, LEASE);
      proxy.cutAnswer("-email email ");
      assertThatThrownBy(() -> behind.broker().fetch("w1", List.of("email"), 100, LEASE))
          .isInstanceOf(BrokerException.class);

      await().ignoreExceptionsInstanceOf(BrokerException.class).until(() -> !recall(behind, taken));
    }
    // The cut may come before the other partitions' requests got through: they keep their tasks.
    assertThat(taken)
        .isNotEmpty()
        .hasSize((int) stats().active())
        .hasSize(ORDERS - (int) stats().pending())
        .allMatch(one -> one.number() == 1);
  }

  /** True when some came. */
  private static boolean recall(RedisStore store, List<Delivery> taken) {
    List<Delivery> some = store.broker().recall("w1", List.of("email"), LEASE);
    taken.addAll(some);
    return !some.isEmpty();
  }

  private QueueStats stats() {
    return store.inspector().queue("email");
  }

  private Keys.Partition partition(long order) {
    return new Keys(store.namespace()).partition(order % 3);
  }
}
