package dev.orders.redis;

import static dev.orders.redis.TestStore.FINGERPRINT;
import static dev.orders.redis.TestStore.STATUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orders.queue.Broker.Beat;
import dev.orders.queue.Broker.Fetched;
import dev.orders.queue.Broker.Lease;
import dev.orders.queue.Broker.Report;
import dev.orders.queue.BrokerException;
import dev.orders.queue.BrokerException.Reason;
import dev.orders.queue.Delivery;
import dev.orders.queue.Flaw;
import dev.orders.queue.Settlement;
import dev.orders.queue.Settlement.Failed;
import dev.orders.queue.Settlement.Succeeded;
import dev.orders.queue.Settlement.Verdict;
import dev.orders.queue.TaskId;
import dev.orders.queue.TaskResult;
import dev.orders.queue.TaskResult.OrderChange;
import dev.orders.queue.WorkerInfo;
import io.lettuce.core.RedisCommandExecutionException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A key of the wrong type is an error before anything was changed: Lua is not rolled back. */
class DamagedKeysIT {

  private static final Succeeded SHIPPED =
      new Succeeded(new TaskResult(Map.of(), new OrderChange("shipped", "TRK1"), TestStore.NOTICE));

  private final TestStore store = new TestStore();

  @AfterEach
  void close() {
    store.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "email:pending",
        "email:lease",
        "email:delayed",
        "email:dead",
        "email:wake",
        "paused",
        "closed"
      })
  void should_change_nothing_when_a_key_of_the_queue_has_the_wrong_type(String name) {
    store.order();
    Delivery email = store.take("email");
    damage(name);

    assertUnchanged(() -> store.order(), name);
    assertUnchanged(() -> store.operations().cancel(email.id()), name);
    assertUnchanged(() -> store.operations().cancelOrder(1), name);
    assertUnchanged(() -> store.operations().retryDead("email", 5), name);
    assertUnchanged(() -> store.operations().pause("email"), name);
    assertUnchanged(() -> store.operations().resume("email"), name);
    assertUnchanged(() -> store.operations().update(1, "shipped", TestStore.EMAIL), name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"paused", "closed"})
  void should_take_nothing_when_a_key_that_all_queues_share_has_the_wrong_type(String name) {
    store.order();
    Delivery email = store.take("email");
    damage(name);

    assertUnchanged(() -> store.fetch("w1", 5, "invoice", "email"), name);
    assertUnchanged(() -> store.settle(email, new Failed("no")), name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"email:pending", "email:lease", "email:delayed", "email:dead", "email:wake"})
  void should_settle_what_is_of_a_sound_queue_beside_what_is_not(String name) {
    store.order();
    Settlement good = new Settlement(store.take("invoice").id(), 1, new Failed("no"));
    Settlement bad = new Settlement(store.take("email").id(), 1, new Failed("no"));
    damage(name);
    Map<String, Object> before = emails();

    assertThat(store.broker().settle("w1", List.of(bad, good)))
        .containsExactly(Verdict.STALE, Verdict.OK);
    assertThat(store.standing().task("1-invoice")).startsWith("FAILURE");
    assertThat(emails()).isEqualTo(before);
  }

  @Test
  void should_settle_the_others_whole_when_one_order_cannot_be_written_to() {
    store.order();
    store.order();
    Delivery bad = store.take("shipping");
    Delivery good = store.take("shipping");
    store.raw().hset(store.keys().order(1), "open", "many");

    List<Settlement> both = List.of(shipped(bad), shipped(good));
    assertThat(store.broker().settle("w1", both)).containsExactly(Verdict.BURIED, Verdict.OK);

    assertThat(store.standing().order(1)).isEqualTo("confirmed, many open");
    assertThat(store.inspector().task(bad.id()).orElseThrow().error())
        .isEqualTo("nothing can follow: " + store.keys().order(1) + " has no number of open tasks");
    assertThat(store.standing().task("2-shipping")).startsWith("SUCCESS");
    assertThat(store.standing().order(2)).isEqualTo("shipped, 3 open");
    assertThat(store.standing().queue("shipping"))
        .isEqualTo("pending[] lease[] delayed[] dead[1-shipping] wake[]");
    assertThat(store.broker().settle("w1", both))
        .containsExactly(Verdict.BURIED, Verdict.DUPLICATE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"many", "1.5", "99999999999999999999", ""})
  void should_finish_a_shipment_once_its_order_is_counted_again(String open) {
    store.order();
    store.raw().hset(store.keys().order(1), "open", open);
    store.settle(store.take("shipping"), SHIPPED);
    var findings = store.auditor().audit(AuditedShop.TERMS).findings();
    assertThat(findings).extracting(one -> one.flaw().name()).containsExactly("MISCOUNTED");

    store.auditor().repair(AuditedShop.TERMS, findings.get(0).flaw(), "1");
    store.operations().retry(new TaskId(1, "shipping"));
    store.settle(store.take("shipping"), SHIPPED);

    assertThat(store.standing().order(1)).isEqualTo("shipped, 3 open");
    assertThat(store.standing().task("1-notice")).isEqualTo("PENDING");
    assertThat(store.auditor().audit(AuditedShop.TERMS).findings()).isEmpty();
  }

  @Test
  void should_record_a_success_although_its_order_does_not_count() {
    store.order();
    store.raw().hset(store.keys().order(1), "open", "many");

    store.succeed(store.take("email"));

    assertThat(store.standing().task("1-email")).startsWith("SUCCESS");
    assertThat(store.standing().quarantine()).containsExactly("not-counted 1-email");
    store.auditor().repair(AuditedShop.TERMS, Flaw.MISCOUNTED, "1");
    assertThat(store.standing().order(1)).isEqualTo("confirmed, 2 open");
  }

  @Test
  void should_update_nothing_while_an_order_does_not_count() {
    store.order();
    store.raw().hset(store.keys().order(1), "open", "many");

    assertUnchanged(
        () -> store.operations().update(1, "shipped", STATUS),
        store.keys().order(1) + " does not say how many of its tasks are open");
  }

  @Test
  void should_settle_the_others_whole_when_one_settlement_cannot_be_understood() {
    store.order();
    store.order();
    store.take("email");
    store.take("email");

    String bad = "1-email 1 SUCCEEDED 5"; // a fact without a value
    assertThatThrownBy(
            () ->
                store.run(
                    Script.SETTLE,
                    "1000",
                    "w1",
                    bad,
                    "",
                    "",
                    "",
                    "",
                    "fact:n",
                    "2-email 1 SUCCEEDED 0"))
        .isInstanceOf(RedisCommandExecutionException.class);

    assertThat(store.standing().queue("email"))
        .isEqualTo("pending[] lease[1-email] delayed[] dead[] wake[]");
    assertThat(store.standing().order(1)).isEqualTo("confirmed, 3 open");
    assertThat(store.standing().order(2)).isEqualTo("confirmed, 2 open");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"email:pending", "email:lease", "email:delayed", "email:dead", "email:wake"})
  void should_pass_over_a_damaged_queue_and_serve_the_others(String name) {
    store.order();
    store.expire(store.take("shipping"));
    damage(name);
    Map<String, Object> before = emails();

    Fetched fetched =
        store.broker().fetch("w1", List.of("email", "invoice", "shipping"), 5, TestStore.LEASE);

    assertThat(fetched.deliveries())
        .extracting(one -> one.id().toString())
        .containsExactly("1-invoice", "1-shipping");
    assertThat(fetched.damaged()).containsExactly(store.keys().prefix() + name);
    assertThat(emails()).isEqualTo(before);
  }

  @Test
  void should_take_from_a_queue_again_once_it_is_mended() {
    store.order();
    damage("email:wake");
    store.fetch("w1", 5, "email");
    store.raw().del(store.keys().wake("email"));

    Fetched fetched = store.broker().fetch("w1", List.of("email"), 5, TestStore.LEASE);

    assertThat(fetched.deliveries()).hasSize(1);
    assertThat(fetched.damaged()).isEmpty();
  }

  private static Settlement shipped(Delivery delivery) {
    return new Settlement(delivery.id(), delivery.number(), SHIPPED);
  }

  /** What lies under the queue's keys. */
  private Map<String, Object> emails() {
    Map<String, Object> everything = store.standing().everything();
    everything.keySet().removeIf(key -> !key.contains("email"));
    return everything;
  }

  @Test
  void should_bury_a_shipment_with_the_reason_when_the_queue_of_its_notice_is_damaged() {
    store.order();
    Delivery shipping = store.take("shipping");
    damage("email:pending");

    assertThat(store.settle(shipping, SHIPPED)).isEqualTo(Verdict.BURIED);

    assertThat(store.inspector().task(shipping.id()).orElseThrow().error())
        .contains(store.keys().pending("email") + " has the wrong type");
    assertThat(store.inspector().order(1).orElseThrow().status()).isEqualTo("confirmed");
    store.raw().del(store.keys().pending("email"));
    store.operations().retry(shipping.id());
    store.settle(store.take("shipping"), SHIPPED);
    assertThat(store.take("email").id()).isEqualTo(new TaskId(1, "notice"));
  }

  @Test
  void should_let_the_shipment_of_a_cancelled_order_stand_since_no_notice_follows() {
    store.order();
    Delivery shipping = store.take("shipping");
    store.operations().cancelOrder(1);
    damage("email:pending");

    assertThat(store.settle(shipping, SHIPPED)).isEqualTo(Verdict.OK);

    assertThat(store.inspector().order(1).orElseThrow().trackingNumber()).isNotNull();
  }

  @Test
  void should_leave_a_task_among_the_dead_when_its_queue_is_damaged() {
    store.order();
    Delivery email = store.take("email");
    store.settle(email, new Failed("no"));
    damage("email:pending");

    assertUnchanged(() -> store.operations().retry(email.id()), "email:pending");
  }

  @Test
  void should_not_cancel_half_an_order_through_an_update() {
    store.order();
    store.operations().update(1, "cancelled", STATUS);
    Delivery update = store.fetch("w1", 2, "shipping").get(1);
    damage("email:delayed");

    Succeeded cancelled =
        new Succeeded(new TaskResult(Map.of(), new OrderChange("cancelled", null), null));
    assertUnchanged(() -> store.settle(update, cancelled), "email:delayed");
  }

  @Test
  void should_prolong_the_other_leases_when_a_lease_index_is_damaged() {
    store.order();
    Delivery invoice = store.take("invoice");
    Delivery email = store.take("email");
    damage("email:lease");
    WorkerInfo worker =
        new WorkerInfo("w1", "host", 1, List.of("email"), 2, Instant.EPOCH, List.of(), null);

    List<Lease> held = List.of(new Lease(email.id(), 1), new Lease(invoice.id(), 1));
    List<Beat> beats = store.broker().heartbeat(worker, held, Duration.ofHours(1));
    store
        .broker()
        .progress("w1", List.of(new Report(email.id(), 1, 9), new Report(invoice.id(), 1, 9)));

    assertThat(beats).containsExactly(Beat.LOST, Beat.OK);
    assertThat(store.raw().zscore(store.keys().lease("invoice"), "1-invoice"))
        .isGreaterThan(System.currentTimeMillis() + 60_000.0);
    assertThat(store.inspector().task(invoice.id()).orElseThrow().progress()).isEqualTo(9);
  }

  @Test
  void should_accept_no_order_of_a_batch_when_one_of_its_keys_is_damaged() {
    store.raw().rpush(store.keys().prefix() + "idem:broken", "not a string");

    assertUnchanged(
        () ->
            store
                .intake()
                .submit(
                    List.of(
                        TestStore.submission("good", FINGERPRINT, Duration.ZERO),
                        TestStore.submission("broken", FINGERPRINT, Duration.ZERO))),
        "idem:broken has the wrong type");
  }

  @ParameterizedTest
  @CsvSource({
    "order:2, RENAME %1$sorder:2 stray:%1$sorder:2",
    "task:2-email, RENAME %1$stask:2-email stray:%1$stask:2-email",
    "next, HGET %1$scount accepted"
  })
  void should_accept_no_order_of_a_batch_when_something_lies_where_one_will(
      String name, String remedy) {
    damage(name);

    assertUnchanged(
        () ->
            store
                .intake()
                .submit(
                    List.of(
                        TestStore.submission("a", FINGERPRINT, Duration.ZERO),
                        TestStore.submission("b", FINGERPRINT, Duration.ZERO))),
        remedy.formatted(store.keys().prefix()));
  }

  @Test
  void should_find_no_task_and_no_order_where_something_else_lies() {
    store.order();
    TaskId email = new TaskId(1, "email");
    store.raw().del(store.keys().task(email), store.keys().order(1));
    store.raw().set(store.keys().task(email), "x");
    store.raw().set(store.keys().order(1), "x");

    assertThat(store.operations().cancel(email).verdict().name()).isEqualTo("UNKNOWN");
    assertThat(store.operations().retry(email).verdict().name()).isEqualTo("UNKNOWN");
    assertThat(store.operations().cancelOrder(1).get(0).verdict().name()).isEqualTo("UNKNOWN");
    assertThat(store.operations().update(1, "shipped", STATUS).verdict().name())
        .isEqualTo("UNKNOWN");
    assertThat(store.broker().settle("w1", List.of(new Settlement(email, 1, new Failed("no")))))
        .containsExactly(Settlement.Verdict.GONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"events", "count", "quarantine", "trail:1"})
  void should_go_on_working_when_only_a_side_note_is_damaged(String name) {
    damage(name);
    store.order();
    store.raw().rpush(store.keys().pending("email"), "99-email");
    store.settle(store.fetch("w1", 2, "email").get(0), new Failed("no"));

    assertThat(store.standing().queue("email"))
        .isEqualTo("pending[] lease[] delayed[] dead[1-email] wake[]");
  }

  /** Puts a string in the key's place. */
  private void damage(String name) {
    String key = store.keys().prefix() + name;
    store.raw().del(key);
    store.raw().set(key, "damaged");
  }

  private void assertUnchanged(ThrowingCallable call, String named) {
    var before = store.standing().everything();
    assertThatThrownBy(call)
        .isInstanceOf(BrokerException.class)
        .hasMessageContaining(named)
        .extracting("reason")
        .isEqualTo(Reason.REFUSED);
    assertThat(store.standing().everything()).isEqualTo(before);
  }
}
