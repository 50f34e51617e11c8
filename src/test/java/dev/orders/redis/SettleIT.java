package dev.orders.redis;

import static dev.orders.redis.TestStore.EMAIL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.queue.Broker.Beat;
import dev.orders.queue.Broker.Lease;
import dev.orders.queue.Broker.Report;
import dev.orders.queue.Delivery;
import dev.orders.queue.Settlement;
import dev.orders.queue.Settlement.Failed;
import dev.orders.queue.Settlement.Outcome;
import dev.orders.queue.Settlement.Released;
import dev.orders.queue.Settlement.Retried;
import dev.orders.queue.Settlement.Revoked;
import dev.orders.queue.Settlement.Succeeded;
import dev.orders.queue.Settlement.Verdict;
import dev.orders.queue.TaskResult;
import dev.orders.queue.WorkerInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ways in which a delivery can end. */
class SettleIT {

  private static final String EMPTY = "pending[] lease[] delayed[] dead[] wake[]";

  private final TestStore store = new TestStore();
  private final Standing standing = store.standing();

  @BeforeEach
  void submit() {
    store.order(EMAIL);
    store.raw().del(store.keys().wake("email"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void should_keep_the_facts_of_a_success_and_close_the_order() {
    Delivery delivery = store.take("email");

    assertThat(settle(delivery, new Succeeded(TaskResult.of(Map.of("message_id", "x@y")))))
        .isEqualTo(Verdict.OK);

    assertThat(standing.queue("email")).isEqualTo(EMPTY);
    assertThat(standing.task("1-email")).isEqualTo("SUCCESS #1 by w1");
    assertThat(standing.order(1)).isEqualTo("confirmed, 0 open, closed");
    assertThat(standing.counts()).isEqualTo("accepted=1 done=1 tasks=1");
    assertThat(standing.trail(1)).containsExactly("email #1 SUCCESS");
    assertThat(standing.events()).last().isEqualTo("SUCCESS 1-email");
    assertThat(store.inspector().task(delivery.id()).orElseThrow().facts())
        .isEqualTo(Map.of("message_id", "x@y"));
  }

  @Test
  void should_bury_a_failure_and_keep_the_order_open() {
    settle(store.take("email"), new Failed("550 no such mailbox"));

    assertThat(standing.queue("email"))
        .isEqualTo("pending[] lease[] delayed[] dead[1-email] wake[]");
    assertThat(standing.task("1-email"))
        .isEqualTo("FAILURE #1 by w1, failures 1, error 550 no such mailbox");
    assertThat(standing.order(1)).isEqualTo("confirmed, 1 open");
    assertThat(standing.counts()).isEqualTo("accepted=1 dead=1 tasks=1");
    assertThat(standing.trail(1)).containsExactly("email #1 FAILURE 550 no such mailbox");
    assertThat(standing.events()).last().isEqualTo("FAILURE 1-email");
  }

  @Test
  void should_delay_a_retry_and_wake_somebody_to_mind_its_time() {
    long before = System.currentTimeMillis();
    settle(store.take("email"), new Retried("421 later", Duration.ofSeconds(60)));
    long after = System.currentTimeMillis();

    assertThat(standing.queue("email"))
        .isEqualTo("pending[] lease[] delayed[1-email] dead[] wake[1]");
    assertThat(standing.task("1-email")).isEqualTo("RETRY #1 by w1, failures 1, error 421 later");
    assertThat(standing.order(1)).isEqualTo("confirmed, 1 open");
    assertThat(standing.counts()).isEqualTo("accepted=1 retried=1 tasks=1");
    assertThat(store.raw().zscore(store.keys().delayed("email"), "1-email"))
        .isBetween(before + 59_000.0, after + 61_000.0);
  }

  @Test
  void should_put_what_is_given_back_to_the_front_without_a_penalty() {
    store.order(EMAIL);
    settle(store.take("email"), new Released());

    assertThat(standing.queue("email"))
        .isEqualTo("pending[1-email 2-email] lease[] delayed[] dead[] wake[1]");
    assertThat(standing.task("1-email")).isEqualTo("PENDING #1 by w1");
    assertThat(standing.trail(1)).containsExactly("email #1 RELEASED");
  }

  @Test
  void should_revoke_what_the_worker_stopped() {
    Delivery delivery = store.take("email");
    store.operations().cancel(delivery.id());
    assertThat(settle(delivery, new Revoked())).isEqualTo(Verdict.OK);

    assertThat(standing.queue("email")).isEqualTo(EMPTY);
    assertThat(standing.task("1-email")).isEqualTo("REVOKED #1 by w1");
    assertThat(standing.order(1)).isEqualTo("confirmed, 0 open, closed");
    assertThat(standing.counts()).isEqualTo("accepted=1 cancelled=1 tasks=1");
    assertThat(standing.trail(1)).containsExactly("email #1 REVOKED");
  }

  @Test
  void should_revoke_a_cancelled_task_that_failed_or_was_given_back() {
    store.order(EMAIL);
    store.order(EMAIL);
    List<Delivery> three = store.fetch("w1", 3, "email");
    three.forEach(delivery -> store.operations().cancel(delivery.id()));

    List<Outcome> outcomes =
        List.of(new Failed("no"), new Retried("no", Duration.ZERO), new Released());
    for (int again = 0; again < 2; again++) {
      for (int i = 0; i < three.size(); i++) {
        assertThat(settle(three.get(i), outcomes.get(i))).isEqualTo(Verdict.REVOKED);
      }
    }

    assertThat(standing.queue("email")).isEqualTo("pending[] lease[] delayed[] dead[] wake[]");
    assertThat(standing.counts()).isEqualTo("accepted=3 cancelled=3 tasks=3");
    assertThat(standing.order(2)).isEqualTo("confirmed, 0 open, closed");
  }

  @Test
  void should_let_a_success_stand_that_comes_after_the_cancel_flag() {
    Delivery delivery = store.take("email");
    store.operations().cancel(delivery.id());

    assertThat(store.succeed(delivery)).isEqualTo(Verdict.OK);
    assertThat(standing.task("1-email")).isEqualTo("SUCCESS #1 by w1");
  }

  @Test
  void should_forget_the_error_of_an_earlier_attempt_once_it_succeeds() {
    settle(store.take("email"), new Retried("421 later", Duration.ZERO));
    store.succeed(store.take("email"));

    assertThat(standing.task("1-email")).isEqualTo("SUCCESS #2 by w1, failures 1");
    assertThat(standing.trail(1)).containsExactly("email #1 RETRY 421 later", "email #2 SUCCESS");
  }

  @Test
  void should_answer_duplicate_to_whatever_has_been_settled() {
    for (Outcome outcome :
        List.of(
            new Succeeded(TaskResult.of(Map.of())),
            new Failed("no"),
            new Retried("no", Duration.ofSeconds(60)),
            new Released(),
            new Revoked())) {
      store.order(EMAIL);
      Delivery delivery = store.take("email");
      settle(delivery, outcome);
      var before = standing.everything();

      assertThat(settle(delivery, outcome)).as("%s", outcome).isEqualTo(Verdict.DUPLICATE);
      assertThat(standing.everything()).isEqualTo(before);
      store.raw().del(store.keys().pending("email"));
    }
  }

  @Test
  void should_answer_duplicate_to_a_retry_that_has_been_promoted_since() {
    Delivery delivery = store.take("email");
    Retried outcome = new Retried("421 later", Duration.ZERO);
    settle(delivery, outcome);
    store.sweep("email");

    assertThat(settle(delivery, outcome)).isEqualTo(Verdict.DUPLICATE);
    assertThat(standing.task("1-email")).startsWith("PENDING #1 by w1, failures 1");
  }

  @Test
  void should_refuse_a_delivery_that_is_not_the_current_one() {
    Delivery late = store.take("email");
    settle(late, new Released());
    store.take("email");

    assertThat(store.succeed(late)).isEqualTo(Verdict.STALE);
    assertThat(standing.queue("email"))
        .isEqualTo("pending[] lease[1-email] delayed[] dead[] wake[]");
    assertThat(standing.counts()).isEqualTo("accepted=1 stale=1 tasks=1");
  }

  /** Whoever took it first may not end what the other one does. */
  @Test
  void should_refuse_a_worker_whose_delivery_number_was_given_out_again() {
    Delivery first = store.take("email");
    forget(first);
    Delivery second = store.fetch("w2", 1, "email").get(0);
    assertThat(second.number()).isEqualTo(first.number());

    assertThat(settle(first, new Failed("no"))).isEqualTo(Verdict.STALE);
    assertThat(
            store.broker().mark("w1", new Lease(first.id(), first.number()), Delivery.Effect.BEGUN))
        .isFalse();
    WorkerInfo self = new WorkerInfo("w1", "h", 1, List.of(), 1, Instant.EPOCH, List.of(), null);
    List<Lease> held = List.of(new Lease(first.id(), first.number()));
    assertThat(store.broker().heartbeat(self, held, TestStore.LEASE)).containsExactly(Beat.LOST);
    store.broker().progress("w1", List.of(new Report(first.id(), first.number(), 50)));
    assertThat(standing.task("1-email")).isEqualTo("STARTED #1 by w2");
    assertThat(
            store
                .broker()
                .settle(
                    "w2",
                    List.of(
                        new Settlement(second.id(), 1, new Succeeded(TaskResult.of(Map.of()))))))
        .containsExactly(Verdict.OK);
    assertThat(settle(first, new Failed("no"))).isEqualTo(Verdict.STALE);
    assertThat(standing.task("1-email")).isEqualTo("SUCCESS #1 by w2");
  }

  /** As a Redis does that lost its last writes. */
  private void forget(Delivery delivery) {
    String task = store.keys().task(delivery.id());
    store.raw().hdel(task, "delivery", "worker", "started");
    store.raw().hset(task, "state", "PENDING");
    store.raw().zrem(store.keys().lease("email"), delivery.id().toString());
    store.raw().lpush(store.keys().pending("email"), delivery.id().toString());
  }

  private Verdict settle(Delivery delivery, Outcome outcome) {
    return store.settle(delivery, outcome);
  }
}
