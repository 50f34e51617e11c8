package dev.orders.redis;

import static dev.orders.redis.TestStore.EMAIL;
import static dev.orders.redis.TestStore.FINGERPRINT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orders.queue.Receipt;
import dev.orders.queue.Settlement.Retried;
import dev.orders.queue.TaskId;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What waits for its time: scheduled orders and retries. */
class PromoteIT {

  private final TestStore store = new TestStore();
  private final Standing standing = store.standing();

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void should_keep_a_scheduled_order_pending_and_its_tasks_delayed() {
    Receipt receipt = store.submit(null, FINGERPRINT, Duration.ofMinutes(5));

    assertThat(receipt.status()).isEqualTo("pending");
    assertThat(standing.order(1)).isEqualTo("pending, 3 open");
    assertThat(standing.task("1-email")).isEqualTo("PENDING");
    assertThat(standing.queue("email"))
        .isEqualTo("pending[] lease[] delayed[1-email] dead[] wake[1]");
    assertThat(store.fetch("w1", 5, "email")).isEmpty();
  }

  @Test
  void should_confirm_a_scheduled_order_when_its_first_task_is_due() {
    store.submit(null, FINGERPRINT, Duration.ofMinutes(5));
    store.makeDue("email", new TaskId(1, "email"));
    store.sweep("email", "invoice");

    assertThat(standing.order(1)).isEqualTo("confirmed, 3 open");
    assertThat(standing.queue("email"))
        .isEqualTo("pending[1-email] lease[] delayed[] dead[] wake[1]");
    assertThat(standing.queue("invoice"))
        .isEqualTo("pending[] lease[] delayed[1-invoice] dead[] wake[]");
    assertThat(standing.events()).last().isEqualTo("ORDER 1=confirmed; PENDING 1-email");
  }

  @Test
  void should_start_a_scheduled_order_by_the_clock_of_the_server() {
    store.submit(null, FINGERPRINT, Duration.ofMillis(30));

    await().until(() -> store.fetch("w1", 1, "email").size() == 1);
    assertThat(standing.order(1)).isEqualTo("confirmed, 3 open");
  }

  @Test
  void should_put_what_is_due_behind_what_waits_in_the_order_of_its_times() {
    store.submit(null, FINGERPRINT, Duration.ofMinutes(9));
    store.submit(null, FINGERPRINT, Duration.ofMinutes(5));
    store.order();
    store.raw().zadd(store.keys().delayed("email"), 2, "1-email");
    store.raw().zadd(store.keys().delayed("email"), 1, "2-email");
    store.sweep("email");

    assertThat(standing.queue("email"))
        .isEqualTo("pending[3-email 2-email 1-email] lease[] delayed[] dead[] wake[1]");
  }

  @Test
  void should_run_a_retry_again_when_its_time_has_come() {
    store.order(EMAIL);
    store.settle(store.take("email"), new Retried("smtp is away", Duration.ofMinutes(1)));
    assertThat(store.fetch("w1", 1, "email")).isEmpty();

    store.makeDue("email", new TaskId(1, "email"));

    assertThat(store.take("email").failures()).isEqualTo(1);
    assertThat(store.raw().hexists(store.keys().task(new TaskId(1, "email")), "due")).isFalse();
  }

  @Test
  void should_promote_at_most_fifty_a_call() {
    for (int i = 0; i < 60; i++) {
      store.submit(null, FINGERPRINT, Duration.ofMinutes(5));
      store.makeDue("email", new TaskId(i + 1L, "email"));
    }
    store.sweep("email");

    assertThat(store.raw().llen(store.keys().pending("email"))).isEqualTo(50);
    assertThat(store.raw().zcard(store.keys().delayed("email"))).isEqualTo(10);
  }
}
