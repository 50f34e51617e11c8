package dev.orders.redis;

import static dev.orders.redis.TestStore.FINGERPRINT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.queue.Receipt;
import dev.orders.queue.Receipt.Verdict;
import dev.orders.queue.TaskId;
import dev.orders.queue.TaskType;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SubmitIT {

  private static final String OTHER = "cd".repeat(32);

  private final TestStore store = new TestStore();
  private final Standing standing = store.standing();

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void should_accept_an_order_with_all_its_tasks() {
    Receipt receipt = store.submit(null, FINGERPRINT, Duration.ZERO);

    assertThat(receipt.verdict()).isEqualTo(Verdict.OK);
    assertThat(receipt.orderId()).isEqualTo(1);
    assertThat(receipt.status()).isEqualTo("confirmed");
    assertThat(receipt.tasks())
        .extracting(TaskId::toString)
        .containsExactly("1-email", "1-invoice", "1-shipping");
    assertThat(standing.order(1)).isEqualTo("confirmed, 3 open");
    assertThat(standing.queue("email"))
        .isEqualTo("pending[1-email] lease[] delayed[] dead[] wake[1]");
    assertThat(standing.queue("invoice"))
        .isEqualTo("pending[1-invoice] lease[] delayed[] dead[] wake[1]");
    assertThat(standing.queue("shipping"))
        .isEqualTo("pending[1-shipping] lease[] delayed[] dead[] wake[1]");
    assertThat(standing.task("1-email")).isEqualTo("PENDING");
    assertThat(store.raw().get(store.keys().body(1))).isEqualTo(TestStore.BODY);
  }

  @Test
  void should_count_what_it_accepts_and_tell_of_it_in_one_event() {
    store.order();

    assertThat(standing.counts()).isEqualTo("accepted=1 tasks=3");
    assertThat(standing.events()).containsExactly("PENDING 1-email 1-invoice 1-shipping");
  }

  @Test
  void should_number_orders_from_one() {
    assertThat(List.of(store.order(), store.order(), store.order())).containsExactly(1L, 2L, 3L);
    assertThat(standing.queue("email"))
        .isEqualTo("pending[1-email 2-email 3-email] lease[] delayed[] dead[] wake[1]");
  }

  @Test
  void should_let_orders_and_tasks_live_without_a_time_to_live() {
    store.submit("key", FINGERPRINT, Duration.ZERO);

    store.raw().keys(store.keys().prefix() + "*").stream()
        .filter(key -> !key.contains("request:"))
        .forEach(key -> assertThat(store.raw().ttl(key)).as(key).isEqualTo(-1));
  }

  @Test
  void should_write_even_when_it_only_answers_again_so_that_a_wait_counts_for_it() {
    String[] request = {"r1", "1", "0", "email=email", "", "", FINGERPRINT, "0", TestStore.BODY};
    Object answer = store.run(Script.SUBMIT, request);
    store.raw().pexpire(store.keys().prefix() + "request:r1", 1_000);

    assertThat(store.run(Script.SUBMIT, request)).isEqualTo(answer);
    assertThat(store.raw().pttl(store.keys().prefix() + "request:r1")).isGreaterThan(1_000);
    assertThat(standing.counts()).isEqualTo("accepted=1 tasks=1");
  }

  @Test
  void should_answer_the_first_order_when_the_same_one_comes_again_under_its_key() {
    Receipt first = store.submit("shop-17", FINGERPRINT, Duration.ZERO);
    Receipt second = store.submit("shop-17", FINGERPRINT, Duration.ZERO);

    assertThat(second.verdict()).isEqualTo(Verdict.DUPLICATE);
    assertThat(second.orderId()).isEqualTo(first.orderId());
    assertThat(second.tasks()).isEqualTo(first.tasks());
    assertThat(standing.counts()).isEqualTo("accepted=1 tasks=3");
    assertThat(standing.queue("email"))
        .isEqualTo("pending[1-email] lease[] delayed[] dead[] wake[1]");
  }

  @Test
  void should_refuse_another_order_under_a_key_that_is_taken() {
    store.submit("shop-17", FINGERPRINT, Duration.ZERO);
    Receipt other = store.submit("shop-17", OTHER, Duration.ZERO);

    assertThat(other.verdict()).isEqualTo(Verdict.CONFLICT);
    assertThat(other.orderId()).isEqualTo(1);
    assertThat(standing.counts()).isEqualTo("accepted=1 tasks=3");
    assertThat(standing.order(2)).isEqualTo("none");
  }

  @Test
  void should_answer_a_duplicate_with_the_first_tasks_and_the_status_of_now() {
    store.submit("shop-17", FINGERPRINT, Duration.ZERO);
    store.operations().update(1, "shipped", TestStore.STATUS);
    store.succeed(store.take("email"));
    store.operations().cancelOrder(1);

    Receipt again = store.submit("shop-17", FINGERPRINT, Duration.ZERO);

    assertThat(again.status()).isEqualTo("cancelled");
    assertThat(again.tasks())
        .extracting(TaskId::name)
        .containsExactly("email", "invoice", "shipping");
  }

  @Test
  void should_give_the_same_answer_when_the_same_request_is_sent_twice() {
    String[] request = {
      "r1", "1", "0", "email=email invoice=invoice", "", "", FINGERPRINT, "0", "{}"
    };
    Object first = store.run(Script.SUBMIT, request);
    var before = standing.everything();
    Object second = store.run(Script.SUBMIT, request);

    assertThat(first).isEqualTo(List.of("OK 1 confirmed email invoice"));
    assertThat(second).isEqualTo(first);
    assertThat(standing.everything()).isEqualTo(before);
  }

  @Test
  void should_forget_the_answer_to_a_request_after_an_hour() {
    store.run(Script.SUBMIT, "r1", "1", "0", "email=email", "", "", FINGERPRINT, "0", "{}");

    assertThat(store.raw().ttl(store.keys().prefix() + "request:r1")).isBetween(3500L, 3600L);
  }

  @Test
  void should_take_a_key_again_whose_order_is_gone() {
    store.submit("shop-17", FINGERPRINT, Duration.ZERO);
    store.raw().del(store.keys().order(1));

    assertThat(store.submit("shop-17", OTHER, Duration.ZERO).orderId()).isEqualTo(2);
  }

  @Test
  void should_accept_an_order_of_one_task() {
    store.order(new TaskType("invoice", "invoice"));

    assertThat(standing.order(1)).isEqualTo("confirmed, 1 open");
    assertThat(standing.queue("email")).isEqualTo("pending[] lease[] delayed[] dead[] wake[]");
  }
}
