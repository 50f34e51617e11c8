package dev.orders.redis;

import static dev.orders.redis.TestStore.EMAIL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.queue.Delivery;
import dev.orders.queue.Settlement.Failed;
import dev.orders.queue.TaskId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Impossible things are put aside, so that they stop nobody and somebody can look at them. */
class QuarantineIT {

  private final TestStore store = new TestStore();
  private final Standing standing = store.standing();

  @AfterEach
  void close() {
    store.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"99-email", "", "no task at all", "-email", "1-"})
  void should_put_aside_a_pending_id_without_a_task_and_deliver_the_rest(String ghost) {
    store.order(EMAIL);
    store.raw().rpush(store.keys().pending("email"), ghost);

    assertThat(store.fetch("w1", 5, "email"))
        .extracting(Delivery::id)
        .containsExactly(new TaskId(1, "email"));
    assertThat(standing.quarantine()).containsExactly("pending-of-no-task " + ghost);
    assertThat(standing.counts()).isEqualTo("accepted=1 quarantined=1 tasks=1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1-EMAIL",
        "01-email",
        "1-email-",
        "1-email-0",
        "1-e_mail",
        "1-email\n",
        "1-email-12345678901",
        "1234567890123456789-email",
        "1-abcdefghijklmnopqrstuvwxyz"
      })
  void should_put_aside_what_cannot_be_understood_and_deliver_the_rest(String id) {
    store.order(EMAIL);
    String key = store.keys().prefix() + "task:" + id;
    store.raw().hset(key, Map.of("state", "PENDING", "queue", "email"));
    store.raw().rpush(store.keys().pending("email"), id);

    assertThat(store.fetch("w1", 5, "email"))
        .extracting(Delivery::id)
        .containsExactly(new TaskId(1, "email"));
    assertThat(standing.quarantine()).containsExactly("pending-of-no-task " + id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "-1", "1.5", "", "9223372036854775808"})
  void should_put_aside_a_task_whose_order_cannot_be_understood(String created) {
    store.order(EMAIL);
    store.order(EMAIL);
    store.raw().hset(store.keys().order(1), "created", created);

    assertThat(store.fetch("w1", 5, "email"))
        .extracting(Delivery::id)
        .containsExactly(new TaskId(2, "email"));
    assertThat(standing.quarantine()).containsExactly("pending-of-no-task 1-email");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "9223372036854775808"})
  void should_not_hand_over_again_what_belongs_to_an_order_that_cannot_be_understood(
      String created) {
    store.order(EMAIL);
    assertThat(fetchAs("1")).hasSize(1);
    store.raw().hset(store.keys().order(1), "created", created);

    assertThat(fetchAs("1")).isEmpty();
    store.raw().zadd(store.keys().lease("email"), 1, "1-email");
    store.sweep("email");
    assertThat(store.fetch("w2", 5, "email")).isEmpty();
    assertThat(standing.quarantine()).containsExactly("pending-of-no-task 1-email");
  }

  private List<?> fetchAs(String request) {
    List<?> answer =
        (List<?>) store.run(Script.FETCH, "w1", request, "30000", "5", "60000", "email");
    return (List<?>) answer.get(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1-EMAIL", "1-email-0"})
  void should_put_aside_what_cannot_be_understood_wherever_it_lies(String id) {
    String key = store.keys().prefix() + "task:" + id;
    store.raw().hset(key, Map.of("state", "RETRY", "queue", "email"));
    store.raw().zadd(store.keys().delayed("email"), 1, id);
    store.sweep("email");
    store.raw().hset(key, Map.of("state", "STARTED", "cancel", "1"));
    store.raw().zadd(store.keys().lease("email"), 1, id);
    store.sweep("email");

    assertThat(standing.quarantine())
        .containsExactly("delayed-of-no-task " + id, "lease-of-no-task " + id);
    assertThat(standing.queue("email")).startsWith("pending[] lease[] delayed[] dead[]");
  }

  @Test
  void should_put_aside_a_task_whose_hash_is_something_else() {
    store.order(EMAIL);
    store.raw().del(task(1));
    store.raw().set(task(1), "not a hash");

    assertThat(store.fetch("w1", 5, "email")).isEmpty();
    assertThat(standing.quarantine()).containsExactly("pending-of-no-task 1-email");
    assertThat(store.raw().get(task(1))).isEqualTo("not a hash");
  }

  @ParameterizedTest
  @ValueSource(strings = {"STARTED", "PROGRESS", "RETRY", "SUCCESS", "FAILURE", "REVOKED", "?"})
  void should_put_aside_a_pending_task_that_is_not_pending(String state) {
    store.order(EMAIL);
    store.raw().hset(task(1), "state", state);

    assertThat(store.fetch("w1", 5, "email")).isEmpty();
    assertThat(standing.quarantine()).containsExactly("pending-of-no-task 1-email");
  }

  @Test
  void should_deliver_a_task_once_that_stands_in_its_queue_twice() {
    store.order(EMAIL);
    store.raw().lpush(store.keys().pending("email"), "1-email");

    assertThat(store.fetch("w1", 5, "email")).hasSize(1);
    assertThat(standing.quarantine()).containsExactly("pending-of-no-task 1-email");
    assertThat(standing.queue("email"))
        .isEqualTo("pending[] lease[1-email] delayed[] dead[] wake[]");
  }

  @Test
  void should_put_aside_a_task_in_the_queue_of_another() {
    store.order(EMAIL);
    store.raw().lpush(store.keys().pending("invoice"), "1-email");

    assertThat(store.fetch("w1", 5, "invoice")).isEmpty();
    assertThat(standing.quarantine()).containsExactly("pending-of-no-task 1-email");
  }

  @Test
  void should_put_aside_a_task_whose_order_is_gone_or_something_else() {
    store.order(EMAIL);
    store.order(EMAIL);
    store.raw().del(store.keys().order(1), store.keys().order(2));
    store.raw().set(store.keys().order(2), "not a hash");

    assertThat(store.fetch("w1", 5, "email")).isEmpty();
    assertThat(standing.quarantine())
        .containsExactly("pending-of-no-task 1-email", "pending-of-no-task 2-email");
  }

  @Test
  void should_deliver_a_task_without_a_body_so_that_its_handler_can_refuse_it() {
    store.order(EMAIL);
    store.raw().del(store.keys().body(1));

    assertThat(store.take("email").order().body()).isEmpty();
    assertThat(standing.quarantine()).containsExactly("no-body 1-email");
    assertThat(standing.queue("email"))
        .isEqualTo("pending[] lease[1-email] delayed[] dead[] wake[]");
  }

  @Test
  void should_put_aside_a_lease_without_a_running_task() {
    store.order(EMAIL);
    store.order();
    Delivery invoice = store.take("invoice");
    store.raw().zadd(store.keys().lease("email"), 1, "1-email");
    store.raw().zadd(store.keys().lease("email"), 1, "99-email");
    store.raw().zadd(store.keys().lease("email"), 1, invoice.id().toString());
    store.sweep("email");

    assertThat(standing.quarantine())
        .containsExactlyInAnyOrder(
            "lease-of-no-task 1-email", "lease-of-no-task 99-email", "lease-of-no-task 2-invoice");
    assertThat(standing.queue("email"))
        .isEqualTo("pending[1-email 2-email] lease[] delayed[] dead[] wake[1]");
    assertThat(standing.task("2-invoice")).isEqualTo("STARTED #1 by w1");
  }

  @Test
  void should_put_aside_a_delayed_id_without_a_waiting_task() {
    store.order();
    store.take("invoice");
    store.raw().zadd(store.keys().delayed("email"), 1, "1-invoice");
    store.raw().zadd(store.keys().delayed("email"), 1, "99-email");
    store.raw().zadd(store.keys().delayed("email"), 1, "1-shipping");
    store.sweep("email");

    assertThat(standing.quarantine())
        .containsExactlyInAnyOrder(
            "delayed-of-no-task 1-invoice",
            "delayed-of-no-task 99-email",
            "delayed-of-no-task 1-shipping");
    assertThat(standing.queue("shipping"))
        .isEqualTo("pending[1-shipping] lease[] delayed[] dead[] wake[1]");
  }

  @Test
  void should_put_aside_a_dead_id_without_a_dead_task_when_the_queue_is_retried() {
    store.order(EMAIL);
    store.settle(store.take("email"), new Failed("no"));
    store.raw().zadd(store.keys().dead("email"), 1, "99-email");

    assertThat(store.operations().retryDead("email", 10))
        .isEqualTo(List.of(new TaskId(1, "email")));
    assertThat(standing.quarantine()).containsExactly("dead-of-no-task 99-email");
    assertThat(standing.queue("email"))
        .isEqualTo("pending[1-email] lease[] delayed[] dead[] wake[1]");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void should_end_a_task_whose_order_is_gone_or_something_else(boolean isSomethingElse) {
    store.order(EMAIL);
    Delivery delivery = store.take("email");
    store.raw().del(store.keys().order(1));
    if (isSomethingElse) {
      store.raw().set(store.keys().order(1), "not a hash");
    }
    store.succeed(delivery);

    assertThat(standing.task("1-email")).isEqualTo("SUCCESS #1 by w1");
    assertThat(standing.quarantine()).containsExactly("no-order 1-email");
    assertThat(standing.queue("email")).isEqualTo("pending[] lease[] delayed[] dead[] wake[]");
  }

  @Test
  void should_shorten_what_it_puts_aside() {
    store.raw().rpush(store.keys().pending("email"), "x".repeat(5_000));
    store.sweep("email");
    store.fetch("w1", 1, "email");

    assertThat(standing.quarantine()).singleElement().asString().hasSize(119);
  }

  private String task(long order) {
    return store.keys().task(new TaskId(order, "email"));
  }
}
