package dev.orders.redis;

import static dev.orders.redis.TestStore.EMAIL;
import static dev.orders.redis.TestStore.FINGERPRINT;
import static dev.orders.redis.TestStore.LEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.queue.Broker.Fetched;
import dev.orders.queue.Delivery;
import dev.orders.queue.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FetchIT {

  private final TestStore store = new TestStore();
  private final Standing standing = store.standing();

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void should_hand_over_everything_that_a_handler_needs() {
    Instant before = Instant.now().minusSeconds(60);
    store.order();

    Delivery delivery = store.take("invoice");

    assertThat(delivery.id()).isEqualTo(new TaskId(1, "invoice"));
    assertThat(delivery.queue()).isEqualTo("invoice");
    assertThat(delivery.number()).isEqualTo(1);
    assertThat(delivery.failures()).isZero();
    assertThat(delivery.effect()).isEqualTo(Delivery.Effect.NONE);
    assertThat(delivery.argument()).isNull();
    assertThat(delivery.order().body()).isEqualTo(TestStore.BODY);
    assertThat(delivery.order().trackingNumber()).isNull();
    assertThat(delivery.order().createdAt()).isBetween(before, Instant.now().plusSeconds(60));
    assertThat(delivery.order().instance())
        .isEqualTo(store.raw().hget(store.namespace() + ":meta", "instance"));
  }

  @Test
  void should_move_a_task_from_pending_to_a_lease() {
    store.order();
    long before = System.currentTimeMillis();
    store.take("email");
    long after = System.currentTimeMillis();

    assertThat(standing.queue("email"))
        .isEqualTo("pending[] lease[1-email] delayed[] dead[] wake[]");
    assertThat(standing.task("1-email")).isEqualTo("STARTED #1 by w1");
    assertThat(standing.events()).last().isEqualTo("STARTED 1-email");
    assertThat(store.raw().zscore(store.keys().lease("email"), "1-email"))
        .isBetween(before + LEASE.toMillis() - 1_000.0, after + LEASE.toMillis() + 1_000.0);
  }

  @Test
  void should_hand_over_the_oldest_first_and_no_more_than_wanted() {
    store.order();
    store.order();
    store.order();

    assertThat(store.fetch("w1", 2, "email"))
        .extracting(task -> task.id().toString())
        .containsExactly("1-email", "2-email");
    assertThat(standing.queue("email"))
        .isEqualTo("pending[3-email] lease[1-email 2-email] delayed[] dead[] wake[1]");
  }

  @Test
  void should_ask_queues_in_the_order_given_and_want_as_many_in_all() {
    store.order();
    store.order();

    assertThat(store.fetch("w1", 3, "shipping", "email"))
        .extracting(task -> task.id().toString())
        .containsExactly("1-shipping", "2-shipping", "1-email");
    assertThat(standing.queue("email"))
        .isEqualTo("pending[2-email] lease[1-email] delayed[] dead[] wake[1]");
    assertThat(standing.queue("invoice"))
        .isEqualTo("pending[1-invoice 2-invoice] lease[] delayed[] dead[] wake[1]");
  }

  @Test
  void should_let_no_queue_fall_behind_where_shares_do_not_come_out_even() {
    for (int i = 0; i < 20; i++) {
      store.order();
    }

    for (int call = 0; call < 6; call++) {
      assertThat(store.fetch("w1", 7, "email", "invoice", "shipping")).hasSize(7);
      assertThat(waiting("email") - waiting("shipping")).isBetween(-1L, 1L);
      assertThat(waiting("email") - waiting("invoice")).isBetween(-1L, 1L);
    }
  }

  private long waiting(String queue) {
    return store.raw().llen(store.keys().pending(queue));
  }

  @Test
  void should_take_nothing_when_nothing_is_wanted() {
    store.order();

    assertThat(store.fetch("w1", 0, "email")).isEmpty();
    assertThat(standing.queue("email"))
        .isEqualTo("pending[1-email] lease[] delayed[] dead[] wake[1]");
  }

  @Test
  void should_find_nothing_in_a_queue_that_never_was() {
    Fetched fetched = store.broker().fetch("w1", List.of("nowhere"), 5, LEASE);

    assertThat(fetched).isEqualTo(new Fetched(List.of(), Duration.ofHours(1)));
    assertThat(standing.everything()).containsOnlyKeys(store.keys().worker("w1"));
  }

  @Test
  void should_leave_a_new_marker_when_work_remains_and_none_when_not() {
    store.order();
    store.order();
    store.raw().del(store.keys().wake("email"));

    store.take("email");
    assertThat(standing.queue("email"))
        .isEqualTo("pending[2-email] lease[1-email] delayed[] dead[] wake[1]");

    store.raw().del(store.keys().wake("email"));
    store.take("email");
    assertThat(standing.queue("email"))
        .isEqualTo("pending[] lease[1-email 2-email] delayed[] dead[] wake[]");
  }

  @Test
  void should_take_the_markers_of_all_tasks_of_an_order_along() {
    store.order();

    store.fetch("w1", 3, "email", "invoice", "shipping");

    for (String queue : List.of("email", "invoice", "shipping")) {
      assertThat(standing.queue(queue)).endsWith("wake[]");
    }
  }

  @ParameterizedTest
  @CsvSource({"900, wake[1]", "60000, wake[]"})
  void should_leave_the_marker_to_others_when_something_is_due_before_they_ask_by_themselves(
      long delay, String marker) {
    do { // on a machine that stands still for a second the task is due by now
      store.submit(null, FINGERPRINT, Duration.ofMillis(delay));
    } while (!store.fetch("w1", 100, "email").isEmpty());

    assertThat(standing.queue("email")).endsWith(marker);
  }

  @Test
  void should_tell_how_long_until_the_next_task_is_due_in_any_of_the_queues() {
    store.submit(null, FINGERPRINT, Duration.ofMinutes(10));
    store.submit(null, FINGERPRINT, Duration.ofMinutes(1));

    Fetched fetched = store.broker().fetch("w1", List.of("invoice", "email"), 5, LEASE);

    assertThat(fetched.nextDue()).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));
  }

  @Test
  void should_count_deliveries_of_a_task() {
    store.order(EMAIL);
    store.expire(store.take("email"));

    assertThat(store.take("email").number()).isEqualTo(2);
  }
}
