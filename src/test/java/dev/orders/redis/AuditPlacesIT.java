package dev.orders.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.queue.Auditor.Verdict;
import dev.orders.queue.Flaw;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.ZAddArgs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Checks 1 and 2: every invariant of places is broken by hand, found, and repaired. */
class AuditPlacesIT {

  private final AuditedShop shop = new AuditedShop();
  private final Standing standing = shop.store.standing();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void should_put_a_pending_task_without_a_place_into_its_queue() {
    shop.raw().lrem(shop.key("email:pending"), 0, "3-email");

    assertThat(shop.findings()).isEqualTo(Map.of(Flaw.NOWHERE, List.of("3-email")));
    shop.repair();
    assertThat(shop.findings()).isEmpty();
    assertThat(standing.queue("email")).startsWith("pending[3-email] lease[2-email]");
    assertThat(standing.events().get(standing.events().size() - 1))
        .isEqualTo("PENDING 3-email; REPAIRED 3-email");
  }

  @Test
  void should_put_a_running_task_without_a_lease_into_its_queue() {
    shop.raw().zrem(shop.key("email:lease"), "2-email");

    assertThat(shop.findings()).isEqualTo(Map.of(Flaw.NOWHERE, List.of("2-email")));
    shop.repair();
    assertThat(shop.findings()).isEmpty();
    assertThat(standing.queue("email")).startsWith("pending[2-email 3-email] lease[]");
    assertThat(standing.trail(2)).last().asString().startsWith("email #1 LOST an audit");
  }

  @Test
  void should_put_a_retry_without_a_place_back_under_its_time() {
    double due = shop.raw().zscore(shop.key("shipping:delayed"), "2-shipping");
    shop.raw().zrem(shop.key("shipping:delayed"), "2-shipping");

    assertThat(shop.findings()).isEqualTo(Map.of(Flaw.NOWHERE, List.of("2-shipping")));
    shop.repair();
    assertThat(shop.findings()).isEmpty();
    assertThat(shop.raw().zscore(shop.key("shipping:delayed"), "2-shipping")).isEqualTo(due);
  }

  @Test
  void should_put_a_dead_task_without_a_place_among_the_dead() {
    shop.raw().zrem(shop.key("invoice:dead"), "2-invoice");

    assertThat(shop.findings()).isEqualTo(Map.of(Flaw.NOWHERE, List.of("2-invoice")));
    shop.repair();
    assertThat(shop.findings()).isEmpty();
    assertThat(standing.queue("invoice")).contains("dead[2-invoice]");
  }

  @Test
  void should_revoke_a_cancelled_task_without_a_lease() {
    shop.raw().zrem(shop.key("email:lease"), "2-email");
    shop.raw().hset(shop.key("task:2-email"), "cancel", "1");

    shop.repair();
    assertThat(shop.findings()).isEmpty();
    assertThat(standing.task("2-email")).startsWith("REVOKED");
  }

  @Test
  void should_find_a_waiting_task_that_is_delayed_as_well() {
    shop.raw().zadd(shop.key("email:delayed"), 9e12, "3-email");

    assertThat(shop.findings()).isEqualTo(Map.of(Flaw.SEVERAL_PLACES, List.of("3-email")));
    shop.repair();
    assertThat(shop.findings()).isEmpty();
    assertThat(standing.queue("email")).startsWith("pending[3-email] lease[2-email]");
  }

  @Test
  void should_let_a_scheduled_task_wait_that_stands_in_its_list_as_well() {
    shop.raw().lpush(shop.key("invoice:pending"), "4-invoice");

    assertThat(shop.findings()).isEqualTo(Map.of(Flaw.SEVERAL_PLACES, List.of("4-invoice")));
    shop.repair();
    assertThat(shop.findings()).isEmpty();
    assertThat(standing.queue("invoice")).startsWith("pending[3-invoice] lease[]");
  }

  @Test
  void should_leave_a_task_where_it_is_whose_own_queue_nobody_knows() {
    shop.raw().hset(shop.key("task:3-email"), "queue", "e-mail");

    assertThat(shop.findings()).isEqualTo(Map.of(Flaw.FOREIGN, List.of("3-email")));
    assertThat(shop.store.auditor().repair(AuditedShop.TERMS, Flaw.FOREIGN, "3-email").verdict())
        .isEqualTo(Verdict.LEFT);
    assertThat(shop.findings()).isEqualTo(Map.of(Flaw.FOREIGN, List.of("3-email")));
  }

  @Test
  void should_keep_the_place_that_the_state_names_when_there_are_several() {
    shop.raw().lpush(shop.key("email:pending"), "2-email");

    assertThat(shop.findings()).isEqualTo(Map.of(Flaw.SEVERAL_PLACES, List.of("2-email")));
    shop.repair();
    assertThat(shop.findings()).isEmpty();
    assertThat(standing.queue("email")).startsWith("pending[3-email] lease[2-email]");
  }

  @Test
  void should_let_the_state_follow_the_place() {
    shop.raw().hset(shop.key("task:3-email"), "state", "STARTED");
    shop.raw().hset(shop.key("task:2-email"), "state", "RETRY");

    assertThat(shop.findings()).isEqualTo(Map.of(Flaw.DISAGREES, List.of("3-email", "2-email")));
    shop.repair();
    assertThat(shop.findings()).isEmpty();
    assertThat(standing.task("3-email")).startsWith("PENDING");
    assertThat(standing.task("2-email")).startsWith("STARTED #1");
  }

  @Test
  void should_tell_a_state_that_lies_in_delayed_or_dead() {
    shop.raw().hset(shop.key("task:2-invoice"), "state", "PENDING");
    shop.raw().hset(shop.key("task:2-shipping"), "state", "PROGRESS");

    assertThat(shop.findings())
        .containsEntry(Flaw.DISAGREES, List.of("2-invoice", "2-shipping"))
        .containsOnlyKeys(Flaw.DISAGREES, Flaw.OFF_BALANCE); // a dead task less than died
    shop.repairable();
    assertThat(shop.findings()).isEmpty();
    assertThat(standing.task("2-invoice")).startsWith("FAILURE");
    assertThat(standing.task("2-shipping")).startsWith("RETRY");
  }

  @Test
  void should_find_a_task_that_stands_nowhere_although_it_says_that_it_comes_later() {
    shop.raw().lrem(shop.key("email:pending"), 0, "3-email");
    shop.raw().hset(shop.key("task:3-email"), "enqueued", "9999999999999");

    assertThat(shop.findings()).isEqualTo(Map.of(Flaw.NOWHERE, List.of("3-email")));
    shop.repair();
    assertThat(shop.findings()).isEmpty();
  }

  @Test
  void should_find_an_id_without_a_character() {
    shop.raw().rpush(shop.key("email:pending"), "");

    assertThat(shop.findings()).isEqualTo(Map.of(Flaw.GHOST, List.of("")));
    shop.repair();
    assertThat(shop.findings()).containsOnlyKeys(Flaw.QUARANTINED);
  }

  @Test
  void should_put_an_id_of_no_task_into_the_quarantine() {
    shop.raw().lpush(shop.key("email:pending"), "99-email");
    shop.raw().zadd(shop.key("invoice:lease"), 1, "no task at all");

    assertThat(shop.findings())
        .isEqualTo(Map.of(Flaw.GHOST, List.of("99-email", "no task at all")));
    shop.repair();
    assertThat(shop.findings()).containsOnlyKeys(Flaw.QUARANTINED);
    assertThat(standing.quarantine())
        .containsExactly("pending-of-no-task 99-email", "lease-of-no-task no task at all");
    shop.raw().del(shop.key("quarantine"));
    assertThat(shop.findings()).isEmpty();
  }

  @Test
  void should_put_bytes_that_are_no_text_into_the_quarantine() {
    raw("redis.call('LPUSH', KEYS[1], '\\255\\27[2J')", "email:pending");
    raw("redis.call('ZADD', KEYS[1], 1, '\\254\\0')", "invoice:dead");

    assertThat(shop.findings().keySet()).containsExactly(Flaw.GHOST);
    assertThat(shop.findings().get(Flaw.GHOST))
        .containsExactlyInAnyOrder("\\xff\\x1b[2J", "\\xfe\\x00");
    shop.repair();
    assertThat(shop.findings()).containsOnlyKeys(Flaw.QUARANTINED);
    assertThat(standing.queue("email")).startsWith("pending[3-email] ");
  }

  @Test
  void should_put_bytes_among_the_closed_into_the_quarantine() {
    raw("redis.call('ZADD', KEYS[1], 1, '\\255')", "closed");

    assertThat(shop.findings()).isEqualTo(Map.of(Flaw.CLOSED_GHOST, List.of("\\xff")));
    shop.repair();
    assertThat(shop.findings()).containsOnlyKeys(Flaw.QUARANTINED);
  }

  /** The client knows only text. */
  private void raw(String script, String key) {
    shop.raw().eval(script, ScriptOutputType.STATUS, shop.key(key));
  }

  @Test
  void should_put_a_task_back_into_its_own_queue() {
    shop.raw().lrem(shop.key("email:pending"), 0, "3-email");
    shop.raw().lpush(shop.key("invoice:pending"), "3-email");

    assertThat(shop.findings()).isEqualTo(Map.of(Flaw.FOREIGN, List.of("3-email")));
    shop.repair();
    assertThat(shop.findings()).isEmpty();
    assertThat(standing.queue("email")).startsWith("pending[3-email]");
    assertThat(standing.queue("invoice")).startsWith("pending[3-invoice]");
  }

  @Test
  void should_keep_once_what_stands_in_its_queue_three_times() {
    shop.raw().lpush(shop.key("email:pending"), "3-email", "3-email");

    assertThat(shop.findings()).isEqualTo(Map.of(Flaw.REPEATED, List.of("3-email")));
    shop.repair();
    assertThat(shop.findings()).isEmpty();
    assertThat(standing.queue("email")).startsWith("pending[3-email]");
  }

  @Test
  void should_take_a_finished_task_out_of_every_queue() {
    shop.raw().lpush(shop.key("email:pending"), "1-email");
    shop.raw().zadd(shop.key("invoice:dead"), 1, "1-invoice");

    assertThat(shop.findings())
        .isEqualTo(Map.of(Flaw.FINISHED_IN_PLACE, List.of("1-email", "1-invoice")));
    shop.repair();
    assertThat(shop.findings()).isEmpty();
    assertThat(standing.task("1-email")).startsWith("SUCCESS");
  }

  @Test
  void should_find_a_lost_task_among_thousands() {
    shop.raw().zadd(shop.key("email:lease"), ZAddArgs.Builder.xx(), 1, "2-email");
    for (int i = 0; i < 1_200; i++) {
      shop.store.order();
    }
    shop.raw().lrem(shop.key("invoice:pending"), 0, "777-invoice");
    shop.raw().lpush(shop.key("shipping:pending"), "501-shipping");

    assertThat(shop.findings())
        .isEqualTo(
            Map.of(Flaw.NOWHERE, List.of("777-invoice"), Flaw.REPEATED, List.of("501-shipping")));
  }
}
