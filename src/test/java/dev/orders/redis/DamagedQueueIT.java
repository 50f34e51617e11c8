package dev.orders.redis;

import static dev.orders.redis.TestStore.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.queue.Broker.Beat;
import dev.orders.queue.Broker.Fetched;
import dev.orders.queue.Broker.Lease;
import dev.orders.queue.Broker.Report;
import dev.orders.queue.Delivery;
import dev.orders.queue.Settlement;
import dev.orders.queue.Settlement.Failed;
import dev.orders.queue.Settlement.Succeeded;
import dev.orders.queue.Settlement.Verdict;
import dev.orders.queue.TaskId;
import dev.orders.queue.TaskResult;
import dev.orders.queue.TaskResult.OrderChange;
import dev.orders.queue.WorkerInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key of a queue, or of all queues, has the wrong type. */
class DamagedQueueIT {

  private static final Succeeded SHIPPED =
      new Succeeded(new TaskResult(Map.of(), new OrderChange("shipped", "TRK1"), TestStore.NOTICE));

  private final TestStore store = new TestStore();
  private final Harm harm = new Harm(store);

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
    harm.damage(name);

    harm.assertUnchanged(() -> store.order(), name);
    harm.assertUnchanged(() -> store.operations().cancel(email.id()), name);
    harm.assertUnchanged(() -> store.operations().cancelOrder(1), name);
    harm.assertUnchanged(() -> store.operations().retryDead("email", 5), name);
    harm.assertUnchanged(() -> store.operations().pause("email"), name);
    harm.assertUnchanged(() -> store.operations().resume("email"), name);
    harm.assertUnchanged(() -> store.operations().update(1, "shipped", TestStore.EMAIL), name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"paused", "closed"})
  void should_take_nothing_when_a_key_that_all_queues_share_has_the_wrong_type(String name) {
    store.order();
    Delivery email = store.take("email");
    harm.damage(name);

    harm.assertUnchanged(() -> store.fetch("w1", 5, "invoice", "email"), name);
    harm.assertUnchanged(() -> store.settle(email, new Failed("no")), name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"email:pending", "email:lease", "email:delayed", "email:dead", "email:wake"})
  void should_pass_over_a_damaged_queue_and_serve_the_others(String name) {
    store.order();
    store.expire(store.take("shipping"));
    harm.damage(name);
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
    harm.damage("email:wake");
    store.fetch("w1", 5, "email");
    store.raw().del(store.keys().wake("email"));

    Fetched fetched = store.broker().fetch("w1", List.of("email"), 5, TestStore.LEASE);

    assertThat(fetched.deliveries()).hasSize(1);
    assertThat(fetched.damaged()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"email:pending", "email:lease", "email:delayed", "email:dead", "email:wake"})
  void should_settle_what_is_of_a_sound_queue_beside_what_is_not(String name) {
    store.order();
    Settlement good = new Settlement(store.take("invoice").id(), 1, new Failed("no"));
    Settlement bad = new Settlement(store.take("email").id(), 1, new Failed("no"));
    harm.damage(name);
    Map<String, Object> before = emails();

    assertThat(store.broker().settle("w1", List.of(bad, good)))
        .containsExactly(Verdict.STALE, Verdict.OK);
    assertThat(store.standing().task("1-invoice")).startsWith("FAILURE");
    assertThat(emails()).isEqualTo(before);
  }

  @Test
  void should_bury_a_shipment_with_the_reason_when_the_queue_of_its_notice_is_damaged() {
    store.order();
    Delivery shipping = store.take("shipping");
    harm.damage("email:pending");

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
    harm.damage("email:pending");

    assertThat(store.settle(shipping, SHIPPED)).isEqualTo(Verdict.OK);

    assertThat(store.inspector().order(1).orElseThrow().trackingNumber()).isNotNull();
  }

  @Test
  void should_leave_a_task_among_the_dead_when_its_queue_is_damaged() {
    store.order();
    Delivery email = store.take("email");
    store.settle(email, new Failed("no"));
    harm.damage("email:pending");

    harm.assertUnchanged(() -> store.operations().retry(email.id()), "email:pending");
  }

  @Test
  void should_not_cancel_half_an_order_through_an_update() {
    store.order();
    store.operations().update(1, "cancelled", STATUS);
    Delivery update = store.fetch("w1", 2, "shipping").get(1);
    harm.damage("email:delayed");

    Succeeded cancelled =
        new Succeeded(new TaskResult(Map.of(), new OrderChange("cancelled", null), null));
    harm.assertUnchanged(() -> store.settle(update, cancelled), "email:delayed");
  }

  @Test
  void should_prolong_the_other_leases_when_a_lease_index_is_damaged() {
    store.order();
    Delivery invoice = store.take("invoice");
    Delivery email = store.take("email");
    harm.damage("email:lease");
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

  /** What lies under the queue's keys. */
  private Map<String, Object> emails() {
    Map<String, Object> everything = store.standing().everything();
    everything.keySet().removeIf(key -> !key.contains("email"));
    return everything;
  }
}
