package dev.orders.redis;

import static dev.orders.redis.TestStore.EMAIL;
import static dev.orders.redis.TestStore.FINGERPRINT;
import static dev.orders.redis.TestStore.INVOICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.queue.Receipt;
import dev.orders.queue.Receipt.Verdict;
import dev.orders.queue.Submission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many orders in one call, sent in chunks of at most 200 tasks and about a megabyte. */
class SubmitManyIT {

  private final TestStore store = new TestStore();
  private final TestStore alone = new TestStore();
  private final Standing standing = store.standing();

  @AfterEach
  void close() {
    store.close();
    alone.close();
  }

  @Test
  void should_accept_two_hundred_orders_in_their_order() {
    Submission order = TestStore.submission(null, FINGERPRINT, Duration.ZERO);
    List<Receipt> receipts = store.intake().submit(Collections.nCopies(200, order));

    assertThat(receipts)
        .extracting(Receipt::orderId)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 200).boxed().toList());
    assertThat(receipts).extracting(Receipt::verdict).containsOnly(Verdict.OK);
    assertThat(standing.counts()).isEqualTo("accepted=200 tasks=600");
    assertThat(store.raw().llen(store.keys().pending("invoice"))).isEqualTo(200);
  }

  @Test
  void should_send_no_more_than_two_hundred_tasks_a_call() {
    Submission order = TestStore.submission(null, FINGERPRINT, Duration.ZERO);
    store.intake().submit(Collections.nCopies(200, order));

    assertThat(standing.events())
        .hasSize(4)
        .allSatisfy(entry -> assertThat(entry.split(" ")).hasSizeLessThanOrEqualTo(1 + 200));
  }

  @Test
  void should_send_no_more_than_a_megabyte_a_call() {
    String body = "x".repeat(600_000);
    Submission large = new Submission(body, FINGERPRINT, null, Duration.ZERO, List.of(EMAIL));
    store.intake().submit(List.of(large, large, large));

    assertThat(standing.events()).hasSize(3);
    assertThat(store.inspector().body(3)).contains(body);
  }

  @Test
  void should_meet_a_key_again_within_the_same_call() {
    List<Submission> orders =
        List.of(
            TestStore.submission("a", FINGERPRINT, Duration.ZERO),
            TestStore.submission("b", FINGERPRINT, Duration.ZERO),
            TestStore.submission("a", FINGERPRINT, Duration.ZERO),
            TestStore.submission("b", "cd".repeat(32), Duration.ZERO));

    assertThat(store.intake().submit(orders))
        .extracting(receipt -> receipt.verdict() + " " + receipt.orderId())
        .containsExactly("OK 1", "OK 2", "DUPLICATE 1", "CONFLICT 2");
    assertThat(standing.counts()).isEqualTo("accepted=2 tasks=6");
  }

  @Test
  void should_write_down_of_each_order_what_it_would_alone() {
    Duration later = Duration.ofHours(1);
    List<Submission> orders =
        List.of(
            TestStore.submission(null, "01".repeat(32), later),
            TestStore.submission("a", "02".repeat(32), Duration.ZERO),
            TestStore.submission(null, "03".repeat(32), Duration.ZERO),
            TestStore.submission("b", "04".repeat(32), Duration.ZERO),
            TestStore.submission("c", "05".repeat(32), later),
            TestStore.submission(null, "06".repeat(32), Duration.ZERO),
            TestStore.submission(null, "07".repeat(32), later),
            TestStore.submission("d", "08".repeat(32), later));

    store.intake().submit(orders);
    orders.forEach(order -> alone.intake().submit(List.of(order)));

    for (int id = 1; id <= orders.size(); id++) {
      assertThat(records(store, id)).isEqualTo(records(alone, id));
    }
    assertThat(standing.counts()).isEqualTo(alone.standing().counts());
  }

  /** An order's hash and those of its tasks, in which moments are told apart only by their kind. */
  private static List<String> records(TestStore of, long id) {
    String tasks = of.keys().prefix() + "task:" + id;
    return Stream.of(of.keys().order(id), tasks + "-email", tasks + "-invoice", tasks + "-shipping")
        .map(
            key ->
                new TreeMap<>(of.raw().hgetall(key))
                    .toString()
                    .replaceAll("\\b\\d{13}\\b", "moment"))
        .toList();
  }

  @Test
  void should_keep_receipts_in_order_when_orders_have_different_tasks() {
    Submission mail = new Submission("{}", FINGERPRINT, null, Duration.ZERO, List.of(EMAIL));
    Submission both =
        new Submission("{}", FINGERPRINT, null, Duration.ZERO, List.of(EMAIL, INVOICE));
    List<Submission> mixed = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      mixed.add(mail);
      mixed.add(both);
    }

    List<Receipt> receipts = store.intake().submit(mixed);

    for (int i = 0; i < receipts.size(); i++) {
      assertThat(receipts.get(i).tasks()).hasSize(mixed.get(i).tasks().size());
    }
    assertThat(receipts).extracting(Receipt::orderId).doesNotHaveDuplicates();
    assertThat(standing.counts()).isEqualTo("accepted=300 tasks=450");
  }

  @Test
  void should_answer_nothing_to_nothing() {
    assertThat(store.intake().submit(List.of())).isEmpty();
    assertThat(standing.everything()).isEmpty();
  }
}
