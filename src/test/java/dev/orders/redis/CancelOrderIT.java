package dev.orders.redis;

import static dev.orders.redis.TestStore.FINGERPRINT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.queue.Delivery;
import dev.orders.queue.Operations.Change;
import dev.orders.queue.Settlement.Failed;
import dev.orders.queue.Settlement.Retried;
import dev.orders.queue.Settlement.Revoked;
import dev.orders.queue.Settlement.Succeeded;
import dev.orders.queue.TaskResult;
import dev.orders.queue.TaskResult.OrderChange;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Cancelling an order with all its open tasks. */
class CancelOrderIT {

  private static final String NOTHING_LEFT = "pending[] lease[] delayed[] dead[] wake[1]";

  private final TestStore store = new TestStore();
  private final Standing standing = store.standing();

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void should_cancel_every_task_that_waits() {
    store.order();

    assertThat(cancel(1))
        .containsExactly(
            "OK order cancelled",
            "OK 1-email REVOKED",
            "OK 1-invoice REVOKED",
            "OK 1-shipping REVOKED");
    assertThat(standing.order(1)).isEqualTo("cancelled, 0 open, closed");
    assertThat(standing.queue("email")).isEqualTo(NOTHING_LEFT);
    assertThat(standing.queue("invoice")).isEqualTo(NOTHING_LEFT);
    assertThat(standing.queue("shipping")).isEqualTo(NOTHING_LEFT);
    assertThat(standing.events())
        .last()
        .isEqualTo("ORDER 1=cancelled; REVOKED 1-email 1-invoice 1-shipping");
    assertThat(standing.counts()).isEqualTo("accepted=1 cancelled=3 tasks=3");
  }

  @Test
  void should_cancel_tasks_wherever_they_lie_and_leave_out_what_is_done() {
    store.order();
    store.succeed(store.take("email"));
    store.settle(store.take("invoice"), new Failed("no"));
    Delivery running = store.take("shipping");

    assertThat(cancel(1))
        .containsExactly(
            "OK order cancelled", "OK 1-invoice REVOKED", "FLAGGED 1-shipping STARTED");
    assertThat(standing.order(1)).isEqualTo("cancelled, 1 open");
    assertThat(standing.queue("invoice")).isEqualTo("pending[] lease[] delayed[] dead[] wake[]");
    assertThat(standing.queue("shipping"))
        .isEqualTo("pending[] lease[1-shipping] delayed[] dead[] wake[]");

    store.settle(running, new Revoked());
    assertThat(standing.order(1)).isEqualTo("cancelled, 0 open, closed");
  }

  @Test
  void should_cancel_an_order_that_is_scheduled_for_later() {
    store.submit(null, FINGERPRINT, Duration.ofMinutes(5));

    assertThat(cancel(1)).first().isEqualTo("OK order cancelled");
    assertThat(standing.order(1)).isEqualTo("cancelled, 0 open, closed");
    assertThat(standing.queue("email")).isEqualTo(NOTHING_LEFT);
  }

  @Test
  void should_cancel_a_retry_of_it() {
    store.order();
    store.settle(store.take("email"), new Retried("no", Duration.ofMinutes(5)));
    cancel(1);

    assertThat(standing.queue("email")).isEqualTo(NOTHING_LEFT);
    assertThat(standing.order(1)).isEqualTo("cancelled, 0 open, closed");
  }

  @Test
  void should_refuse_when_the_order_is_shipped_or_cancelled() {
    store.order();
    store.settle(
        store.take("shipping"),
        new Succeeded(new TaskResult(Map.of(), new OrderChange("shipped", "TRK1"), null)));
    assertThat(cancel(1)).containsExactly("CONFLICT order shipped");
    assertThat(standing.order(1)).isEqualTo("shipped, 2 open");

    store.order();
    cancel(2);
    assertThat(cancel(2)).containsExactly("CONFLICT order cancelled");
  }

  @Test
  void should_not_know_an_order_that_was_never_accepted() {
    assertThat(cancel(99)).containsExactly("UNKNOWN order ");
    assertThat(standing.order(99)).isEqualTo("none");
  }

  @Test
  void should_give_the_same_answer_when_the_same_request_is_sent_twice() {
    store.order();
    Object first = store.run(Script.CANCEL, "r1", "1000", "", "1");
    var before = standing.everything();

    assertThat(store.run(Script.CANCEL, "r1", "1000", "", "1")).isEqualTo(first);
    assertThat(standing.everything()).isEqualTo(before);
  }

  private List<String> cancel(long order) {
    return store.operations().cancelOrder(order).stream().map(CancelOrderIT::line).toList();
  }

  private static String line(Change change) {
    String what = change.task() == null ? "order" : change.task().toString();
    return change.verdict() + " " + what + " " + change.state();
  }
}
