package dev.orders.redis;

import static dev.orders.redis.TestStore.EMAIL;
import static dev.orders.redis.TestStore.FINGERPRINT;
import static dev.orders.redis.TestStore.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.queue.Operations.Change;
import dev.orders.queue.Operations.Verdict;
import dev.orders.queue.TaskId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Asking for another status of an order. */
class UpdateIT {

  private final TestStore store = new TestStore();
  private final Standing standing = store.standing();

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void should_enqueue_a_task_that_sets_the_status() {
    store.order();
    store.raw().del(store.keys().wake("shipping"));

    assertThat(store.operations().update(1, "shipped", STATUS))
        .isEqualTo(new Change(Verdict.OK, new TaskId(1, "status-1"), "PENDING"));

    assertThat(standing.queue("shipping"))
        .isEqualTo("pending[1-shipping 1-status-1] lease[] delayed[] dead[] wake[1]");
    assertThat(standing.order(1)).isEqualTo("confirmed, 4 open");
    assertThat(standing.task("1-status-1")).isEqualTo("PENDING");
    assertThat(standing.counts()).isEqualTo("accepted=1 tasks=4");
    assertThat(standing.events()).last().isEqualTo("PENDING 1-status-1");
    assertThat(store.inspector().tasks(1))
        .extracting(task -> task.id().name())
        .containsExactly("email", "invoice", "shipping", "status-1");
  }

  @Test
  void should_number_the_updates_of_an_order() {
    store.order();
    store.order();
    store.operations().update(1, "shipped", STATUS);

    assertThat(store.operations().update(1, "cancelled", STATUS).task())
        .isEqualTo(new TaskId(1, "status-2"));
    assertThat(store.operations().update(2, "shipped", STATUS).task())
        .isEqualTo(new TaskId(2, "status-1"));
  }

  @Test
  void should_refuse_a_step_that_the_life_of_an_order_does_not_allow() {
    store.order();
    var before = standing.everything();

    assertThat(store.operations().update(1, "delivered", STATUS))
        .isEqualTo(new Change(Verdict.CONFLICT, null, "confirmed"));
    assertThat(standing.order(1)).isEqualTo("confirmed, 3 open");
    assertThat(standing.everything().keySet())
        .filteredOn(key -> !key.contains("request:"))
        .containsExactlyElementsOf(
            before.keySet().stream().filter(key -> !key.contains("request:")).toList());
  }

  @Test
  void should_not_know_an_order_that_was_never_accepted() {
    assertThat(store.operations().update(99, "shipped", STATUS))
        .isEqualTo(new Change(Verdict.UNKNOWN, null, ""));
    assertThat(standing.order(99)).isEqualTo("none");
  }

  @Test
  void should_open_an_order_again_that_was_closed() {
    store.order(EMAIL);
    store.succeed(store.take("email"));
    assertThat(standing.order(1)).isEqualTo("confirmed, 0 open, closed");

    store.operations().update(1, "shipped", STATUS);
    assertThat(standing.order(1)).isEqualTo("confirmed, 1 open");

    store.succeed(store.take("shipping"));
    assertThat(standing.order(1)).isEqualTo("confirmed, 0 open, closed");
  }

  @Test
  void should_hand_over_the_status_to_set() {
    store.submit("k", FINGERPRINT, Duration.ofHours(1));
    store.operations().update(1, "cancelled", STATUS);

    assertThat(store.take("shipping").argument()).isEqualTo("cancelled");
    assertThat(store.inspector().task(new TaskId(1, "status-1")).orElseThrow().argument())
        .isEqualTo("cancelled");
  }

  @Test
  void should_give_the_same_answer_when_the_same_request_is_sent_twice() {
    store.order();
    Object first = store.run(Script.UPDATE, "r1", "1", "shipped", "status", "shipping");
    var before = standing.everything();

    assertThat(first).isEqualTo(List.of("OK", "1-status-1", "PENDING"));
    assertThat(store.run(Script.UPDATE, "r1", "1", "shipped", "status", "shipping"))
        .isEqualTo(first);
    assertThat(standing.everything()).isEqualTo(before);
  }
}
