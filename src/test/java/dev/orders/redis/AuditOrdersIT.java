package dev.orders.redis;

import static dev.orders.redis.AuditedShop.TERMS;
import static dev.orders.redis.TestStore.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.queue.Flaw;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Checks 3 to 8: every invariant of an order is broken by hand, found, and repaired if it can be.
 */
class AuditOrdersIT {

  private final AuditedShop shop = new AuditedShop();
  private final Standing standing = shop.store.standing();

  @AfterEach
  void close() {
    shop.close();
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2,0", "3,7", "3,-1", "3,1.5", "3,many", "3,''"})
  void should_count_open_tasks_again(String order, String count) {
    shop.raw().hset(shop.key("order:" + order), "open", count);

    assertThat(shop.findings()).isEqualTo(Map.of(Flaw.MISCOUNTED, List.of(order)));
    shop.repair();
    assertThat(shop.findings()).isEmpty();
  }

  @Test
  void should_close_a_finished_order_for_the_retention() {
    shop.raw().zrem(shop.key("closed"), "1");

    assertThat(shop.findings()).isEqualTo(Map.of(Flaw.NOT_CLOSED, List.of("1")));
    shop.repair();
    assertThat(shop.findings()).isEmpty();
    double until = shop.raw().zscore(shop.key("closed"), "1");
    assertThat(until).isGreaterThan(System.currentTimeMillis() + 2_000_000_000.0);
  }

  @Test
  void should_open_an_order_that_was_closed_before_its_work_was_done() {
    shop.raw().zadd(shop.key("closed"), 1, "3");

    assertThat(shop.findings()).isEqualTo(Map.of(Flaw.CLOSED_TOO_EARLY, List.of("3")));
    shop.repair();
    assertThat(shop.findings()).isEmpty();
    shop.store.sweep("email");
    assertThat(standing.order(3)).isEqualTo("confirmed, 3 open");
  }

  @Test
  void should_put_a_closed_id_of_no_order_into_the_quarantine() {
    shop.raw().zadd(shop.key("closed"), 1, "99");

    assertThat(shop.findings()).isEqualTo(Map.of(Flaw.CLOSED_GHOST, List.of("99")));
    shop.repair();
    assertThat(shop.findings()).containsOnlyKeys(Flaw.QUARANTINED);
    assertThat(standing.quarantine()).containsExactly("closed-of-no-order 99");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1-email", "1-notice"})
  void should_find_a_finished_task_that_is_gone(String task) {
    shop.raw().del(shop.key("task:" + task));

    assertThat(shop.findings()).isEqualTo(Map.of(Flaw.MISSING_TASK, List.of(task)));
  }

  @Test
  void should_find_a_waiting_task_that_is_gone_and_what_it_leaves_behind() {
    shop.raw().del(shop.key("task:3-email"));

    assertThat(shop.findings())
        .isEqualTo(Map.of(Flaw.MISSING_TASK, List.of("3-email"), Flaw.GHOST, List.of("3-email")));
  }

  @Test
  void should_find_a_notice_that_nobody_was_told_to_send() {
    shop.raw().hset(shop.key("order:1"), "tasks", "email invoice shipping");
    shop.raw().del(shop.key("task:1-notice"));

    assertThat(shop.findings()).containsEntry(Flaw.MISSING_TASK, List.of("1-notice"));
  }

  @Test
  void should_find_status_updates_that_are_missing() {
    shop.store.operations().update(1, "delivered", STATUS);
    assertThat(shop.findings()).isEmpty();
    shop.raw().hincrby(shop.key("order:1"), "updates", 1);

    assertThat(shop.findings()).isEqualTo(Map.of(Flaw.MISSING_TASK, List.of("1-status-2")));
  }

  @Test
  void should_find_a_task_that_should_not_be_there() {
    shop.raw().hset(shop.key("order:2"), "tasks", "email invoice shipping notice");

    assertThat(shop.findings()).containsEntry(Flaw.UNEXPECTED_TASK, List.of("2-notice"));
  }

  @Test
  void should_list_a_task_that_its_order_has_forgotten() {
    shop.raw().hset(shop.key("order:3"), "tasks", "email invoice");

    assertThat(shop.findings())
        .containsEntry(Flaw.UNLISTED_TASK, List.of("3-shipping"))
        .containsOnlyKeys(Flaw.UNLISTED_TASK, Flaw.MISCOUNTED, Flaw.OFF_BALANCE);
    shop.repairable();
    shop.repairable();
    assertThat(shop.findings()).isEmpty();
    assertThat(standing.order(3)).isEqualTo("confirmed, 3 open");
  }

  @Test
  void should_find_a_body_that_is_gone_or_another() {
    shop.raw().del(shop.key("body:2"));
    shop.raw().set(shop.key("body:3"), "{}");

    assertThat(shop.findings())
        .isEqualTo(Map.of(Flaw.NO_BODY, List.of("2"), Flaw.OTHER_BODY, List.of("3")));
  }

  @Test
  void should_write_a_lost_idempotency_key_again() {
    String held = shop.raw().get(shop.key("idem:shop-1"));
    shop.raw().del(shop.key("idem:shop-1"));

    assertThat(shop.findings()).isEqualTo(Map.of(Flaw.KEY_LOST, List.of("1")));
    shop.repair();
    assertThat(shop.findings()).isEmpty();
    assertThat(shop.raw().get(shop.key("idem:shop-1"))).isEqualTo(held);
  }

  @Test
  void should_find_a_key_that_names_another_order() {
    shop.raw().set(shop.key("idem:shop-1"), "2 " + TestStore.FINGERPRINT);

    assertThat(shop.findings())
        .isEqualTo(
            Map.of(
                Flaw.KEY_OF_ANOTHER,
                List.of("1"),
                Flaw.KEY_OF_NO_ORDER,
                List.of(shop.key("idem:shop-1"))));
  }

  @Test
  void should_find_a_key_that_no_order_has() {
    shop.raw().set(shop.key("idem:stray"), "3 " + TestStore.FINGERPRINT);

    assertThat(shop.findings())
        .isEqualTo(Map.of(Flaw.KEY_OF_NO_ORDER, List.of(shop.key("idem:stray"))));
  }

  @Test
  void should_find_more_ends_than_deliveries() {
    shop.raw().hset(shop.key("task:2-shipping"), "crashes", "1");

    assertThat(shop.findings()).isEqualTo(Map.of(Flaw.TOO_FEW_DELIVERIES, List.of("2-shipping")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.5", "many", ""})
  void should_find_counts_that_are_none(String count) {
    shop.raw().hset(shop.key("task:3-email"), "failures", count);
    shop.raw().hset(shop.key("count"), "done", count);

    assertThat(shop.findings())
        .isEqualTo(Map.of(Flaw.NO_COUNT, List.of("3-email", shop.key("count done"))));
  }

  @Test
  void should_find_a_state_and_a_status_that_nobody_knows() {
    shop.raw().hset(shop.key("task:3-email"), "state", "LOST");
    shop.raw().hset(shop.key("order:4"), "status", "lost");

    assertThat(shop.findings())
        .isEqualTo(
            Map.of(Flaw.UNKNOWN_STATE, List.of("3-email"), Flaw.UNKNOWN_STATUS, List.of("4")));
    shop.repairable();
    assertThat(shop.findings()).containsOnlyKeys(Flaw.UNKNOWN_STATUS);
    assertThat(standing.task("3-email")).isEqualTo("PENDING");
  }

  @Test
  void should_find_records_without_their_essentials() {
    shop.raw().hdel(shop.key("task:1-email"), "state");
    shop.raw().hdel(shop.key("order:4"), "status");

    assertThat(shop.findings()).isEqualTo(Map.of(Flaw.UNREADABLE, List.of("1-email", "4")));
  }

  @ParameterizedTest
  @CsvSource({
    "order:3, created, 3",
    "order:3, updated, 3",
    "task:3-email, enqueued, 3-email",
    "task:1-email, started, 1-email",
    "task:1-email, ended, 1-email",
    "task:4-email, due, 4-email",
    "task:2-email, progress, 2-email",
  })
  void should_find_a_moment_that_nobody_can_read(String record, String field, String item) {
    shop.raw().hset(shop.key(record), field, "soon");

    assertThat(shop.findings()).isEqualTo(Map.of(Flaw.UNREADABLE, List.of(item)));
  }

  @Test
  void should_find_an_order_that_does_not_say_when_it_was_accepted() {
    shop.raw().hdel(shop.key("order:3"), "created");

    assertThat(shop.findings()).isEqualTo(Map.of(Flaw.UNREADABLE, List.of("3")));
  }

  @Test
  void should_list_a_task_once() {
    shop.raw().hset(shop.key("order:3"), "tasks", "email invoice email shipping");

    assertThat(shop.findings()).isEqualTo(Map.of(Flaw.LISTED_TWICE, List.of("3")));
    shop.repair();
    assertThat(shop.findings()).isEmpty();
    assertThat(shop.raw().hget(shop.key("order:3"), "tasks")).isEqualTo("email invoice shipping");
    assertThat(standing.order(3)).isEqualTo("confirmed, 3 open");
  }

  @Test
  void should_list_again_all_tasks_of_an_order_that_has_no_list() {
    shop.raw().hdel(shop.key("order:3"), "tasks");

    assertThat(shop.findings().get(Flaw.UNLISTED_TASK))
        .containsExactlyInAnyOrder("3-email", "3-invoice", "3-shipping");
    shop.findings()
        .get(Flaw.UNLISTED_TASK)
        .forEach(one -> shop.store.auditor().repair(TERMS, Flaw.UNLISTED_TASK, one));
    assertThat(shop.findings()).isEmpty();
  }

  @Test
  void should_not_list_a_task_that_its_order_never_got() {
    shop.raw().hset(shop.key("task:1-status-7"), Map.of("state", "SUCCESS", "queue", "shipping"));

    assertThat(shop.findings()).isEqualTo(Map.of(Flaw.UNEXPECTED_TASK, List.of("1-status-7")));
  }
}
