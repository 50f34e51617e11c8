package dev.orders.redis;

import static dev.orders.redis.TestStore.NOTICE;
import static dev.orders.redis.TestStore.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.queue.Delivery;
import dev.orders.queue.Settlement.Revoked;
import dev.orders.queue.Settlement.Succeeded;
import dev.orders.queue.Settlement.Verdict;
import dev.orders.queue.TaskId;
import dev.orders.queue.TaskResult;
import dev.orders.queue.TaskResult.OrderChange;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a success does to its order, in the same step. */
class ChainIT {

  private static final Succeeded SHIPPED =
      new Succeeded(new TaskResult(Map.of(), new OrderChange("shipped", "TRK1"), NOTICE));

  private final TestStore store = new TestStore();
  private final Standing standing = store.standing();

  @BeforeEach
  void submit() {
    store.order();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void should_mark_the_order_shipped_and_enqueue_the_notice() {
    store.take("email");
    store.raw().del(store.keys().wake("email"));
    store.settle(store.take("shipping"), SHIPPED);

    assertThat(standing.order(1)).isEqualTo("shipped, 3 open");
    assertThat(tracking()).isEqualTo("TRK1");
    assertThat(standing.task("1-shipping")).isEqualTo("SUCCESS #1 by w1");
    assertThat(standing.queue("email"))
        .isEqualTo("pending[1-notice] lease[1-email] delayed[] dead[] wake[1]");
    assertThat(standing.events())
        .last()
        .isEqualTo("ORDER 1=shipped; PENDING 1-notice; SUCCESS 1-shipping");
    assertThat(standing.counts()).isEqualTo("accepted=1 done=1 tasks=4");
  }

  @Test
  void should_hand_the_tracking_number_to_the_notice() {
    store.take("email");
    store.settle(store.take("shipping"), SHIPPED);

    assertThat(store.take("email").order().trackingNumber()).isEqualTo("TRK1");
  }

  @Test
  void should_keep_the_order_open_until_the_notice_is_sent() {
    store.succeed(store.take("email"));
    store.succeed(store.take("invoice"));
    store.settle(store.take("shipping"), SHIPPED);
    assertThat(standing.order(1)).isEqualTo("shipped, 1 open");

    store.succeed(store.take("email"));
    assertThat(standing.order(1)).isEqualTo("shipped, 0 open, closed");
  }

  @Test
  void should_only_record_the_number_when_the_order_was_cancelled_meanwhile() {
    Delivery running = store.take("shipping");
    store.operations().cancelOrder(1);

    assertThat(store.settle(running, SHIPPED)).isEqualTo(Verdict.OK);

    assertThat(standing.order(1)).isEqualTo("cancelled, 0 open, closed");
    assertThat(tracking()).isEqualTo("TRK1");
    assertThat(standing.task("1-shipping")).isEqualTo("SUCCESS #1 by w1");
    assertThat(standing.task("1-notice")).isEqualTo("none");
    assertThat(standing.queue("email")).isEqualTo("pending[] lease[] delayed[] dead[] wake[1]");
  }

  @Test
  void should_not_enqueue_a_second_notice() {
    Delivery first = store.take("shipping");
    store.settle(first, SHIPPED);
    assertThat(store.settle(first, SHIPPED)).isEqualTo(Verdict.DUPLICATE);

    assertThat(standing.order(1)).isEqualTo("shipped, 3 open");
    assertThat(standing.queue("email"))
        .isEqualTo("pending[1-email 1-notice] lease[] delayed[] dead[] wake[1]");
  }

  @Test
  void should_set_the_status_that_an_update_asked_for() {
    store.settle(store.take("shipping"), SHIPPED);
    store.operations().update(1, "delivered", STATUS);
    Delivery update = store.take("shipping");

    assertThat(update.argument()).isEqualTo("delivered");
    assertThat(store.settle(update, to("delivered"))).isEqualTo(Verdict.OK);
    assertThat(standing.order(1)).isEqualTo("delivered, 3 open");
  }

  @Test
  void should_bury_an_update_that_has_become_impossible() {
    Delivery shipping = store.take("shipping");
    store.operations().update(1, "cancelled", STATUS);
    store.settle(shipping, SHIPPED);

    assertThat(store.settle(store.take("shipping"), to("cancelled"))).isEqualTo(Verdict.BURIED);

    assertThat(standing.order(1)).isEqualTo("shipped, 4 open");
    assertThat(standing.task("1-status-1"))
        .isEqualTo("FAILURE #1 by w1, error the order is shipped and cannot become cancelled");
    assertThat(standing.queue("shipping"))
        .isEqualTo("pending[] lease[] delayed[] dead[1-status-1] wake[]");
    assertThat(standing.trail(1))
        .last()
        .isEqualTo("status-1 #1 FAILURE the order is shipped and cannot become cancelled");
  }

  @Test
  void should_be_content_when_the_order_has_the_status_already() {
    store.operations().update(1, "shipped", STATUS);
    store.settle(store.take("shipping"), SHIPPED);

    store.settle(store.take("shipping"), to("shipped"));

    assertThat(standing.task("1-status-1")).isEqualTo("SUCCESS #1 by w1");
    assertThat(standing.order(1)).isEqualTo("shipped, 3 open");
  }

  @Test
  void should_cancel_all_open_tasks_when_an_update_cancels_the_order() {
    Delivery invoice = store.take("invoice");
    store.succeed(store.take("email"));
    store.operations().update(1, "cancelled", STATUS);
    Delivery shipping = store.take("shipping");
    Delivery update = store.take("shipping");

    store.settle(update, to("cancelled"));

    assertThat(standing.order(1)).isEqualTo("cancelled, 2 open");
    assertThat(standing.task("1-status-1")).isEqualTo("SUCCESS #1 by w1");
    assertThat(standing.task("1-invoice")).isEqualTo("STARTED #1 by w1, cancel 1");
    assertThat(standing.task("1-shipping")).isEqualTo("STARTED #1 by w1, cancel 1");

    store.settle(invoice, new Revoked());
    store.settle(shipping, new Revoked());
    assertThat(standing.order(1)).isEqualTo("cancelled, 0 open, closed");
  }

  @Test
  void should_take_pending_tasks_out_when_an_update_cancels_the_order() {
    store.operations().cancel(new TaskId(1, "shipping"));
    store.operations().update(1, "cancelled", STATUS);
    store.settle(store.take("shipping"), to("cancelled"));

    assertThat(standing.order(1)).isEqualTo("cancelled, 0 open, closed");
    assertThat(standing.queue("email")).isEqualTo("pending[] lease[] delayed[] dead[] wake[1]");
    assertThat(standing.queue("invoice")).isEqualTo("pending[] lease[] delayed[] dead[] wake[1]");
  }

  private static Succeeded to(String status) {
    return new Succeeded(new TaskResult(Map.of(), new OrderChange(status, null), null));
  }

  private String tracking() {
    return store.raw().hget(store.keys().order(1), "tracking");
  }
}
