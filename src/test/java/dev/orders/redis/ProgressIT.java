package dev.orders.redis;

import static dev.orders.redis.TestStore.EMAIL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.queue.Broker.Lease;
import dev.orders.queue.Broker.Report;
import dev.orders.queue.Delivery;
import dev.orders.queue.Delivery.Effect;
import dev.orders.queue.Settlement.Failed;
import dev.orders.queue.Settlement.Released;
import dev.orders.queue.TaskId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a worker tells while it works: progress, and that the effect has happened. */
class ProgressIT {

  private final TestStore store = new TestStore();
  private final Standing standing = store.standing();

  @BeforeEach
  void submit() {
    store.order(EMAIL);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void should_show_how_far_a_task_is() {
    Delivery delivery = store.take("email");
    report(delivery, 70);

    assertThat(standing.task("1-email")).isEqualTo("PROGRESS #1 by w1, progress 70");
    assertThat(standing.queue("email"))
        .isEqualTo("pending[] lease[1-email] delayed[] dead[] wake[]");
    assertThat(standing.events()).last().isEqualTo("PROGRESS 1-email=70");
  }

  @Test
  void should_take_several_reports_at_once() {
    store.order(EMAIL);
    List<Delivery> two = store.fetch("w1", 2, "email");
    store
        .broker()
        .progress(
            "w1", List.of(new Report(two.get(0).id(), 1, 10), new Report(two.get(1).id(), 1, 20)));

    assertThat(standing.events()).last().isEqualTo("PROGRESS 1-email=10 2-email=20");
  }

  @Test
  void should_ignore_a_late_worker_and_an_unknown_task() {
    Delivery late = store.take("email");
    store.settle(late, new Released());
    store.take("email");
    var before = standing.everything();

    report(late, 50);
    store.broker().progress("w1", List.of(new Report(new TaskId(99, "email"), 1, 50)));
    store.broker().progress("w1", List.of());

    assertThat(standing.everything()).isEqualTo(before);
  }

  @Test
  void should_ignore_a_report_that_comes_after_the_end() {
    Delivery delivery = store.take("email");
    store.succeed(delivery);
    report(delivery, 50);

    assertThat(standing.task("1-email")).isEqualTo("SUCCESS #1 by w1");
  }

  @Test
  void should_start_from_nothing_when_it_is_given_back() {
    Delivery delivery = store.take("email");
    report(delivery, 50);
    store.settle(delivery, new Released());
    assertThat(standing.task("1-email")).isEqualTo("PENDING #1 by w1");

    store.take("email");
    assertThat(standing.task("1-email")).isEqualTo("STARTED #2 by w1");
  }

  @Test
  void should_show_a_later_delivery_that_the_effect_has_happened() {
    Delivery first = store.take("email");
    mark(first, Effect.DONE);
    store.expire(first);

    assertThat(store.take("email").effect()).isEqualTo(Effect.DONE);
  }

  @Test
  void should_remember_the_effect_of_a_delivery_that_was_lost() {
    Delivery lost = store.take("email");
    store.expire(lost);
    store.sweep("email");
    mark(lost, Effect.DONE);

    assertThat(store.take("email").effect()).isEqualTo(Effect.DONE);
  }

  @Test
  void should_remember_the_effect_when_a_dead_task_is_retried() {
    Delivery delivery = store.take("email");
    mark(delivery, Effect.DONE);
    store.settle(delivery, new Failed("the acknowledgement was lost"));
    store.operations().retry(delivery.id());

    assertThat(store.take("email").effect()).isEqualTo(Effect.DONE);
  }

  @Test
  void should_not_make_up_a_task_by_marking_it() {
    store.broker().mark("w1", new Lease(new TaskId(99, "email"), 1), Effect.DONE);

    assertThat(standing.task("99-email")).isEqualTo("none");
  }

  @Test
  void should_show_a_later_delivery_that_nobody_knows_whether_the_effect_has_happened() {
    Delivery first = store.take("email");
    assertThat(mark(first, Effect.BEGUN)).isTrue();
    store.expire(first);

    assertThat(store.take("email").effect()).isEqualTo(Effect.BEGUN);
  }

  @Test
  void should_forget_an_effect_that_has_failed_or_that_an_operator_wants_again() {
    Delivery delivery = store.take("email");
    mark(delivery, Effect.BEGUN);
    mark(delivery, Effect.NONE);
    store.settle(delivery, new Released());
    Delivery second = store.take("email");
    assertThat(second.effect()).isEqualTo(Effect.NONE);

    mark(second, Effect.BEGUN);
    store.settle(second, new Failed("held"));
    store.operations().retry(second.id());
    assertThat(store.take("email").effect()).isEqualTo(Effect.NONE);
  }

  @Test
  void should_not_let_an_effect_begin_or_fail_whose_delivery_is_not_the_current_one() {
    Delivery lost = store.take("email");
    store.expire(lost);
    Delivery next = store.take("email");

    assertThat(mark(lost, Effect.BEGUN)).isFalse();
    mark(next, Effect.BEGUN);
    assertThat(mark(lost, Effect.NONE)).isFalse();
    mark(lost, Effect.DONE);
    assertThat(mark(next, Effect.BEGUN)).as("it has happened meanwhile").isFalse();
    assertThat(mark(next, Effect.NONE)).isFalse();
    store.expire(next);
    assertThat(store.take("email").effect()).isEqualTo(Effect.DONE);
  }

  private boolean mark(Delivery delivery, Effect effect) {
    return store.broker().mark("w1", new Lease(delivery.id(), delivery.number()), effect);
  }

  private void report(Delivery delivery, int percent) {
    store.broker().progress("w1", List.of(new Report(delivery.id(), delivery.number(), percent)));
  }
}
