package dev.orders.redis;

import static dev.orders.redis.TestStore.EMAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orders.queue.Broker.Fetched;
import dev.orders.queue.Delivery;
import dev.orders.queue.Settlement.Verdict;
import dev.orders.queue.TaskId;
import io.lettuce.core.Range;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a task whose worker fell silent. */
class RecoverIT {

  private final TestStore store = new TestStore();
  private final Standing standing = store.standing();

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void should_return_a_task_to_the_front_when_its_lease_expires() {
    store.order(EMAIL);
    store.order(EMAIL);
    store.expire(store.begin(store.take("email")));
    store.sweep("email");

    assertThat(standing.queue("email"))
        .isEqualTo("pending[1-email 2-email] lease[] delayed[] dead[] wake[1]");
    assertThat(standing.task("1-email")).isEqualTo("PENDING #1 by w1, crashes 1");
    assertThat(standing.trail(1)).containsExactly("email #1 LOST the worker fell silent");
    assertThat(standing.counts()).isEqualTo("accepted=2 crashed=1 tasks=2");
  }

  @Test
  void should_deliver_what_was_lost_in_the_order_in_which_it_was_taken() {
    store.order(EMAIL);
    store.order(EMAIL);
    store.fetch("w1", 2, "email").forEach(store::expire);
    store.sweep("email");

    assertThat(standing.queue("email"))
        .isEqualTo("pending[1-email 2-email] lease[] delayed[] dead[] wake[1]");
  }

  @Test
  void should_go_by_the_clock_of_the_server() {
    store.order(EMAIL);
    store.broker().fetch("w1", List.of("email"), 1, Duration.ofMillis(1));

    await().until(() -> taken("w2").size() == 1);
    assertThat(standing.task("1-email")).isEqualTo("STARTED #2 by w2");
  }

  @Test
  void should_leave_a_lease_that_has_not_expired() {
    store.order(EMAIL);
    store.take("email");

    assertThat(taken("w2")).isEmpty();
    assertThat(standing.queue("email"))
        .isEqualTo("pending[] lease[1-email] delayed[] dead[] wake[]");
  }

  @Test
  void should_refuse_the_late_word_of_the_silent_worker() {
    store.order(EMAIL);
    Delivery lost = store.take("email");
    store.expire(lost);
    store.sweep("email");

    assertThat(store.succeed(lost)).isEqualTo(Verdict.STALE);
    assertThat(standing.task("1-email")).isEqualTo("PENDING #1 by w1");
  }

  @Test
  void should_bury_a_task_as_poison_when_five_workers_fell_silent_while_they_ran_it() {
    store.order(EMAIL);
    for (int i = 0; i < 5; i++) {
      store.expire(store.begin(store.take("email")));
    }
    store.sweep("email");

    assertThat(standing.queue("email"))
        .isEqualTo("pending[] lease[] delayed[] dead[1-email] wake[]");
    assertThat(standing.task("1-email"))
        .startsWith("FAILURE #5 by w1, crashes 5, error poison: 5 workers");
    assertThat(standing.order(1)).isEqualTo("confirmed, 1 open");
    assertThat(standing.counts()).isEqualTo("accepted=1 crashed=5 dead=1 tasks=1");
  }

  @Test
  void should_not_hold_a_crash_against_a_task_that_no_handler_had_begun() {
    store.order(EMAIL);
    for (int i = 0; i < 24; i++) {
      store.expire(store.take("email"));
    }
    store.sweep("email");

    assertThat(standing.task("1-email")).isEqualTo("PENDING #24 by w1");
    assertThat(standing.counts()).isEqualTo("accepted=1 crashed=24 tasks=1");
  }

  @Test
  void should_bury_a_task_in_the_end_whose_workers_never_lived_to_report_it() {
    store.order(EMAIL);
    for (int i = 0; i < 25; i++) {
      store.expire(store.take("email"));
    }
    store.sweep("email");

    assertThat(standing.task("1-email"))
        .isEqualTo("FAILURE #25 by w1, error poison: 25 workers fell silent while they held it");
    store.operations().retry(new TaskId(1, "email"));
    store.expire(store.take("email"));
    store.sweep("email");
    assertThat(standing.task("1-email")).isEqualTo("PENDING #26 by w1");
  }

  @Test
  void should_refuse_the_late_success_of_a_task_that_was_buried() {
    store.order(EMAIL);
    store.raw().hset(store.keys().task(new TaskId(1, "email")), "crashes", "4");
    Delivery last = store.begin(store.take("email"));
    store.expire(last);
    store.sweep("email");

    assertThat(store.succeed(last)).isEqualTo(Verdict.STALE);
  }

  @Test
  void should_revoke_a_cancelled_task_instead_of_returning_it() {
    store.order(EMAIL);
    Delivery lost = store.take("email");
    store.operations().cancel(lost.id());
    store.expire(lost);
    store.sweep("email");

    assertThat(standing.queue("email")).isEqualTo("pending[] lease[] delayed[] dead[] wake[]");
    assertThat(standing.task("1-email")).isEqualTo("REVOKED #1 by w1");
    assertThat(standing.order(1)).isEqualTo("confirmed, 0 open, closed");
    assertThat(store.succeed(lost)).isEqualTo(Verdict.STALE);
  }

  @Test
  void should_bring_back_what_is_left_of_a_batch_whose_worker_died_in_the_middle_of_it() {
    for (int i = 0; i < 4; i++) {
      store.order(EMAIL);
    }
    List<Delivery> batch = store.fetch("w1", 4, "email");
    store.succeed(batch.get(0));
    store.begin(batch.get(1));
    batch.forEach(store::expire);
    store.sweep("email");

    assertThat(standing.queue("email"))
        .isEqualTo("pending[2-email 3-email 4-email] lease[] delayed[] dead[] wake[1]");
    assertThat(standing.task("1-email")).startsWith("SUCCESS #1 by w1");
    assertThat(standing.task("2-email")).isEqualTo("PENDING #1 by w1, crashes 1");
    assertThat(standing.task("3-email")).isEqualTo("PENDING #1 by w1");
  }

  @Test
  void should_recover_at_most_fifty_a_call() {
    for (int i = 0; i < 60; i++) {
      store.order(EMAIL);
    }
    store.fetch("w1", 60, "email").forEach(store::expire);
    store.sweep("email");

    assertThat(store.raw().llen(store.keys().pending("email"))).isEqualTo(50);
    assertThat(store.raw().zcard(store.keys().lease("email"))).isEqualTo(10);
  }

  @Test
  void should_tell_of_the_return_before_the_new_delivery_in_whatever_queue() {
    store.order();
    store.expire(store.take("invoice"));
    store.fetch("w2", 5, "email", "invoice");

    assertThat(store.raw().xrevrange(store.keys().events(), Range.unbounded()))
        .first()
        .satisfies(
            entry -> assertThat(entry.getBody().keySet()).containsExactly("PENDING", "STARTED"));
  }

  private List<Delivery> taken(String worker) {
    Fetched fetched = store.broker().fetch(worker, List.of("email"), 1, Duration.ofSeconds(30));
    return fetched.deliveries();
  }
}
