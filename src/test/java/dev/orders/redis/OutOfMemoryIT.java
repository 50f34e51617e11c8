package dev.orders.redis;

import static dev.orders.redis.TestStore.FINGERPRINT;
import static dev.orders.redis.TestStore.LEASE;
import static dev.orders.redis.TestStore.STATUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orders.queue.Broker.Beat;
import dev.orders.queue.Broker.Lease;
import dev.orders.queue.Broker.Report;
import dev.orders.queue.BrokerException;
import dev.orders.queue.BrokerException.Reason;
import dev.orders.queue.Delivery;
import dev.orders.queue.Settlement.Released;
import dev.orders.queue.Settlement.Retried;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** At maxmemory nothing new comes in, and everything that was accepted still gets through. */
class OutOfMemoryIT {

  @SuppressWarnings("NullAway.Init")
  private static BundledServer server;

  private final TestStore store = new TestStore(server.url());
  private final Standing standing = store.standing();

  @BeforeAll
  static void start() {
    server = TestRedis.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void fill() {
    store.order();
    store.order();
    store.raw().configSet("maxmemory", "1");
  }

  @AfterEach
  void close() {
    store.raw().configSet("maxmemory", "0");
    store.close();
  }

  @Test
  void should_refuse_a_submission_whole() {
    var before = standing.everything();

    assertThatThrownBy(() -> store.submit("key", FINGERPRINT, Duration.ZERO))
        .isInstanceOf(BrokerException.class)
        .hasMessageContaining("out of memory")
        .extracting("reason")
        .isEqualTo(Reason.REFUSED);
    assertThat(standing.everything()).isEqualTo(before);
  }

  @Test
  void should_fetch_and_settle_in_every_way() {
    List<Delivery> taken = store.fetch("w1", 9, "email", "invoice", "shipping");
    assertThat(taken).hasSize(6);
    OrderChange shipped = new OrderChange("shipped", "TRK1");

    assertThat(store.succeed(taken.get(0))).isEqualTo(Verdict.OK);
    assertThat(store.settle(taken.get(1), new Retried("no", Duration.ofHours(1))))
        .isEqualTo(Verdict.OK);
    assertThat(store.settle(taken.get(2), new Released())).isEqualTo(Verdict.OK);
    assertThat(
            store.settle(
                taken.get(4), new Succeeded(new TaskResult(Map.of(), shipped, TestStore.NOTICE))))
        .isEqualTo(Verdict.OK);

    assertThat(standing.queue("email"))
        .isEqualTo("pending[1-notice] lease[] delayed[2-email] dead[] wake[1]");
    assertThat(standing.order(1)).isEqualTo("shipped, 2 open");
    assertThat(standing.counts()).contains("done=2").contains("retried=1");
    assertThat(standing.events()).last().asString().contains("1-notice");
  }

  @Test
  void should_beat_and_report_and_mark() {
    Delivery email = store.take("email");
    WorkerInfo worker =
        new WorkerInfo("w1", "host", 7, List.of("email"), 2, Instant.EPOCH, List.of(), null);

    assertThat(store.broker().heartbeat(worker, List.of(new Lease(email.id(), 1)), LEASE))
        .containsExactly(Beat.OK);
    store.broker().progress("w1", List.of(new Report(email.id(), 1, 30)));
    store.broker().mark("w1", new Lease(email.id(), email.number()), Delivery.Effect.DONE);

    assertThat(store.inspector().workers()).extracting(WorkerInfo::id).containsExactly("w1");
    assertThat(standing.task("1-email")).startsWith("PROGRESS #1 by w1, progress 30, effect ");
    store.broker().deregister("w1");
  }

  @Test
  void should_recover_and_promote_and_purge() {
    Delivery email = store.take("email");
    store.settle(store.take("invoice"), new Retried("no", Duration.ofHours(1)));
    store.operations().cancelOrder(2);
    store.raw().configSet("maxmemory", "0");
    store.expire(email);
    store.makeDue("invoice", new TaskId(1, "invoice"));
    store.outlive(2);
    store.raw().configSet("maxmemory", "1");
    store.sweep("email", "invoice");

    assertThat(standing.queue("email"))
        .isEqualTo("pending[1-email] lease[] delayed[] dead[] wake[1]");
    assertThat(standing.queue("invoice"))
        .isEqualTo("pending[1-invoice] lease[] delayed[] dead[] wake[1]");
    assertThat(standing.order(2)).isEqualTo("none");
  }

  @Test
  void should_let_the_operator_work() {
    assertThat(store.operations().pause("email")).isTrue();
    assertThat(store.operations().resume("email")).isTrue();
    assertThat(store.operations().update(1, "shipped", STATUS).verdict().name()).isEqualTo("OK");
    assertThat(store.operations().cancel(new TaskId(1, "email")).verdict().name()).isEqualTo("OK");
    assertThat(store.operations().cancelOrder(2)).hasSize(4);
    assertThat(store.operations().retryDead("email", 5)).isEmpty();
  }

  @Test
  void should_let_a_new_worker_in_when_the_store_has_been_used_before() {
    RedisOptions options =
        new RedisOptions(server.url(), null, store.namespace(), TestStore.RETENTION);
    try (RedisStore fresh = RedisStore.connect(options)) {
      assertThat(fresh.broker().fetch("w2", List.of("email"), 1, LEASE).deliveries()).hasSize(1);
    }
  }
}
