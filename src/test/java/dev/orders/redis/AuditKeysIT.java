package dev.orders.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orders.queue.AuditReport;
import dev.orders.queue.AuditReport.Finding;
import dev.orders.queue.Broker.Lease;
import dev.orders.queue.Flaw;
import dev.orders.queue.Settlement.Failed;
import dev.orders.queue.TaskId;
import dev.orders.queue.WorkerInfo;
import io.lettuce.core.ScriptOutputType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks 8 to 12, as far as they are about keys and sums. */
class AuditKeysIT {

  private final AuditedShop shop = new AuditedShop();

  @AfterEach
  void close() {
    shop.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order:2",
        "body:2",
        "task:1-email",
        "trail:1",
        "idem:shop-1",
        "email:pending",
        "email:lease",
        "shipping:delayed",
        "invoice:dead",
        "closed",
        "next",
        "count",
        "events"
      })
  void should_let_stay_what_would_expire(String name) {
    shop.raw().expire(shop.key(name), 3_600);

    assertThat(shop.findings()).isEqualTo(Map.of(Flaw.EXPIRES, List.of(shop.key(name))));
    shop.repair();
    assertThat(shop.findings()).isEmpty();
    assertThat(shop.raw().ttl(shop.key(name))).isEqualTo(-1);
  }

  @Test
  void should_let_the_shared_keys_stay() {
    String meta = shop.store.namespace() + ":meta";
    shop.raw().expire(meta, 3_600);

    assertThat(shop.findings()).isEqualTo(Map.of(Flaw.EXPIRES, List.of(meta)));
    shop.repair();
    assertThat(shop.findings()).isEmpty();
  }

  @Test
  void should_let_a_beat_expire() {
    beat("w2", Instant.EPOCH, 1, List.of("email"));
    shop.raw().persist(shop.key("worker:w2"));

    assertThat(shop.findings())
        .isEqualTo(Map.of(Flaw.NEVER_EXPIRES, List.of(shop.key("worker:w2"))));
    shop.repair();
    assertThat(shop.findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"task:1-email", "order:4", "body:1", "idem:shop-1", "trail:1", "paused", "events"})
  void should_find_a_key_of_the_wrong_type(String name) {
    shop.raw().del(shop.key(name));
    if (name.startsWith("body") || name.startsWith("idem")) {
      shop.raw().rpush(shop.key(name), "something else");
    } else {
      shop.raw().set(shop.key(name), "something else");
    }

    assertThat(shop.findings()).isEqualTo(Map.of(Flaw.WRONG_TYPE, List.of(shop.key(name))));
  }

  @Test
  void should_find_what_lies_in_quarantine() {
    shop.raw().rpush(shop.key("quarantine"), "1 pending-of-no-task 99-email");

    assertThat(shop.findings())
        .isEqualTo(
            Map.of(
                Flaw.QUARANTINED, List.of(shop.key("quarantine: 1 pending-of-no-task 99-email"))));
  }

  @Test
  void should_find_what_an_order_leaves_behind_that_is_gone() {
    shop.raw().del(shop.key("order:1"));

    assertThat(shop.findings())
        .containsEntry(Flaw.CLOSED_GHOST, List.of("1"))
        .containsEntry(Flaw.BODY_OF_NO_ORDER, List.of(shop.key("body:1")))
        .containsEntry(Flaw.KEY_OF_NO_ORDER, List.of(shop.key("idem:shop-1")))
        .containsEntry(Flaw.KEY_WITHOUT_ORDER, List.of(shop.key("trail:1")))
        .hasEntrySatisfying(
            Flaw.TASK_OF_NO_ORDER,
            tasks ->
                assertThat(tasks)
                    .containsExactlyInAnyOrder("1-email", "1-invoice", "1-shipping", "1-notice"))
        .hasEntrySatisfying(
            Flaw.OFF_BALANCE,
            sums ->
                assertThat(sums)
                    .contains(shop.key(" 4 accepted, but 3 open + 0 closed + 0 purged")));
  }

  @Test
  void should_find_an_order_that_was_never_accepted() {
    shop.raw().hset(shop.key("order:99"), "status", "confirmed");

    assertThat(shop.findings()).isEqualTo(Map.of(Flaw.NEVER_ISSUED, List.of(shop.key("order:99"))));
  }

  @ParameterizedTest
  @CsvSource({"order:5, NEVER_ISSUED", "task:5-email, NEVER_ISSUED", "order:5, WRONG_TYPE"})
  void should_find_what_keeps_the_next_order_out_until_it_is_moved_away(String name, Flaw flaw) {
    String key = shop.key(name);
    if (flaw == Flaw.WRONG_TYPE) {
      shop.raw().set(key, "stray");
    } else {
      shop.raw().hset(key, "state", "PENDING");
    }
    assertThatThrownBy(shop.store::order).hasMessageContaining(key);
    assertThat(shop.findings()).isEqualTo(Map.of(flaw, List.of(key)));

    shop.raw().rename(key, "stray:" + key);

    assertThat(shop.store.order()).isEqualTo(5);
    assertThat(shop.findings()).isEmpty();
  }

  @Test
  void should_find_a_counter_of_ids_that_is_no_number_until_it_is_set_right() {
    shop.raw().set(shop.key("next"), "x");
    assertThat(shop.findings()).containsEntry(Flaw.NO_COUNT, List.of(shop.key("next")));

    shop.raw().set(shop.key("next"), shop.raw().hget(shop.key("count"), "accepted"));

    assertThat(shop.findings()).isEmpty();
  }

  @Test
  void should_bring_back_the_tasks_of_a_damaged_queue_once_its_key_is_moved_away() {
    String key = shop.key("email:pending");
    shop.raw().del(key);
    shop.raw().set(key, "something else");
    assertThat(shop.findings())
        .containsEntry(Flaw.WRONG_TYPE, List.of(key))
        .containsEntry(Flaw.NOWHERE, List.of("3-email"));

    shop.raw().rename(key, "damaged:" + key);
    shop.repair();

    assertThat(shop.findings()).isEmpty();
    assertThat(shop.store.take("email").id()).isEqualTo(new TaskId(3, "email"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"never", "order:x", "task:1-", "sms:pending", "email:unread", "body", ":"})
  void should_find_a_key_that_nobody_knows(String name) {
    shop.raw().set(shop.key(name), "1");

    assertThat(shop.findings()).isEqualTo(Map.of(Flaw.UNKNOWN_KEY, List.of(shop.key(name))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"partitions", "schema", "instance"})
  void should_find_that_what_all_keys_depend_on_is_gone_and_not_make_it_up(String field) {
    String meta = shop.store.namespace() + ":meta";
    RedisOptions options =
        new RedisOptions(TestRedis.url(), null, shop.store.namespace(), TestStore.RETENTION);
    shop.raw().hdel(meta, field);

    for (int i = 0; i < 2; i++) {
      try (RedisStore another = RedisStore.connect(options)) {
        AuditReport report = another.auditor().audit(AuditedShop.TERMS);
        assertThat(report.findings()).containsExactly(new Finding(Flaw.META_LOST, List.of(meta)));
        assertThat(report.isComplete()).isFalse();
      }
    }
  }

  @Test
  void should_leave_a_namespace_as_empty_as_it_was() {
    try (TestStore nobody = new TestStore()) {
      AuditReport report = nobody.auditor().audit(AuditedShop.TERMS);

      assertThat(report.isClean()).isTrue();
      assertThat(report.isComplete()).isTrue();
      assertThat(shop.raw().keys(nobody.namespace() + ":*")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "idem:", "request:", "task:"})
  void should_find_a_key_whose_name_is_no_text(String kind) {
    String set = "redis.call('SET', KEYS[1] .. '\\255', '1')";
    shop.raw().eval(set, ScriptOutputType.STATUS, shop.key(kind));

    assertThat(shop.findings())
        .isEqualTo(Map.of(Flaw.UNKNOWN_KEY, List.of(shop.key(kind) + '\uFFFD')));
  }

  @Test
  void should_find_a_partition_that_is_spelt_in_another_way() {
    String stray = shop.store.namespace() + ":{00}:next";
    shop.raw().set(stray, "4");

    assertThat(shop.findings()).isEqualTo(Map.of(Flaw.UNKNOWN_KEY, List.of(stray)));
    shop.raw().del(stray);
  }

  @Test
  void should_find_keys_outside_of_every_partition() {
    String stray = shop.store.namespace() + ":{1}:order:1";
    String other = shop.store.namespace() + ":settings";
    shop.raw().set(stray, "1");
    shop.raw().set(other, "1");

    assertThat(shop.findings().get(Flaw.UNKNOWN_KEY)).containsExactlyInAnyOrder(stray, other);
  }

  @ParameterizedTest
  @CsvSource({
    "accepted, '5 accepted, but ids up to 4'",
    "purged, '4 accepted, but 3 open + 1 closed + 1 purged'",
    "tasks, '14 tasks made, but 13 there + 0 purged'",
    "purged_tasks, '13 tasks made, but 13 there + 1 purged'",
    "done, '5 tasks done or cancelled, but 4 there + 0 purged'",
    "dead, '2 tasks died and 0 were retried or cancelled, but 1 are dead'",
    "revived, '1 tasks died and 1 were retried or cancelled, but 1 are dead'"
  })
  void should_find_counters_that_do_not_add_up(String counter, String sentence) {
    shop.raw().hincrby(shop.key("count"), counter, 1);

    assertThat(shop.findings())
        .containsOnlyKeys(Flaw.OFF_BALANCE)
        .hasEntrySatisfying(
            Flaw.OFF_BALANCE, sums -> assertThat(sums).contains(shop.key(" " + sentence)));
  }

  @Test
  void should_balance_after_dead_tasks_were_retried_cancelled_and_purged() {
    shop.store.operations().cancel(new TaskId(2, "invoice"));
    shop.store.settle(shop.store.take("invoice"), new Failed("no"));
    shop.store.operations().retry(new TaskId(3, "invoice"));
    shop.store.operations().cancelOrder(2);
    shop.store.operations().cancelOrder(4);
    shop.raw().zadd(shop.key("email:lease"), 1, "2-email");
    shop.finish();
    shop.store.outlive(1);
    shop.store.outlive(4);
    shop.store.sweep("email");

    assertThat(shop.findings()).isEmpty();
    assertThat(shop.store.standing().counts())
        .contains("dead_cancelled=1")
        .contains("purged=2")
        .contains("purged_tasks=7");
  }

  @Test
  void should_shorten_a_lease_that_ends_too_late() {
    double absurd = System.currentTimeMillis() + 1e12;
    shop.raw().zadd(shop.key("email:lease"), absurd, "2-email");

    assertThat(shop.findings()).isEqualTo(Map.of(Flaw.LEASE_TOO_LONG, List.of("2-email")));
    shop.repair();
    assertThat(shop.findings()).isEmpty();
  }

  @Test
  void should_find_what_is_left_lying_only_where_a_worker_has_free_hands() {
    shop.raw().zadd(shop.key("email:lease"), 1, "2-email");
    shop.raw().zadd(shop.key("shipping:delayed"), 1, "2-shipping");
    assertThat(shop.findings()).isEmpty();

    Instant longAgo = Instant.now().minusSeconds(600);
    beat("full", longAgo, 0, List.of("email", "shipping"));
    beat("fresh", Instant.now(), 1, List.of("email", "shipping"));
    assertThat(shop.findings()).isEmpty();

    beat("free", longAgo, 1, List.of("email", "shipping"));
    assertThat(shop.findings())
        .isEqualTo(
            Map.of(
                Flaw.LEASE_OVERDUE, List.of("2-email"),
                Flaw.DELAYED_OVERDUE, List.of("2-shipping")));
    shop.repair();
    assertThat(shop.findings()).isEmpty();
    assertThat(shop.store.standing().task("2-email")).startsWith("PENDING #1");
    assertThat(shop.store.standing().queue("shipping"))
        .startsWith("pending[3-shipping 2-shipping]");
  }

  private void beat(String id, Instant started, int concurrency, List<String> queues) {
    WorkerInfo worker =
        new WorkerInfo(id, "host", 1, queues, concurrency, started, List.of(), null);
    shop.store.broker().heartbeat(worker, List.<Lease>of(), TestStore.LEASE);
  }
}
