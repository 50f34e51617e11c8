package dev.orders.redis;

import static dev.orders.redis.TestStore.FINGERPRINT;
import static dev.orders.redis.TestStore.LEASE;
import static dev.orders.redis.TestStore.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.queue.Delivery;
import dev.orders.queue.Operations.Verdict;
import dev.orders.queue.Receipt;
import dev.orders.queue.Settlement;
import dev.orders.queue.Settlement.Failed;
import dev.orders.queue.Settlement.Released;
import dev.orders.queue.Settlement.Succeeded;
import dev.orders.queue.TaskId;
import dev.orders.queue.TaskResult;
import dev.orders.queue.TaskResult.OrderChange;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Redis has done it and the answer is lost on the way: the room asks again, nothing is done twice.
 */
class CutAnswerIT {

  private final CuttingProxy proxy = new CuttingProxy(TestRedis.shared().port());
  private final TestStore seen = new TestStore();
  private final Standing standing = seen.standing();
  private final RedisStore store =
      RedisStore.connect(
          new RedisOptions(proxy.url(), null, seen.namespace(), TestStore.RETENTION));

  @BeforeEach
  void submit() {
    store.intake().submit(List.of(TestStore.submission(null, FINGERPRINT, Duration.ZERO)));
  }

  @AfterEach
  void close() throws IOException {
    store.close();
    seen.close();
    proxy.close();
  }

  @Test
  void should_accept_an_order_once() {
    proxy.cutNextAnswer();
    List<Receipt> receipts =
        store.intake().submit(List.of(TestStore.submission(null, FINGERPRINT, Duration.ZERO)));

    assertThat(proxy.hasCut()).isTrue();
    assertThat(receipts).extracting(Receipt::verdict).containsExactly(Receipt.Verdict.OK);
    assertThat(receipts).extracting(Receipt::orderId).containsExactly(2L);
    assertThat(standing.counts()).isEqualTo("accepted=2 tasks=6");
  }

  @Test
  void should_hand_over_what_was_taken() {
    proxy.cutNextAnswer();
    Delivery delivery = take();

    assertThat(proxy.hasCut()).isTrue();
    assertThat(delivery.id()).isEqualTo(new TaskId(1, "email"));
    assertThat(delivery.number()).isEqualTo(1);
    assertThat(standing.task("1-email")).isEqualTo("STARTED #1 by w1");
  }

  @Test
  void should_settle_once() {
    Delivery delivery = take();
    proxy.cutNextAnswer();

    assertThat(settle(delivery, new Released())).isEqualTo(Settlement.Verdict.DUPLICATE);
    assertThat(standing.queue("email"))
        .isEqualTo("pending[1-email] lease[] delayed[] dead[] wake[1]");
  }

  @Test
  void should_let_one_notice_follow_from_a_shipment() {
    Delivery delivery = take("shipping");
    OrderChange shipped = new OrderChange("shipped", "TRK1");
    proxy.cutNextAnswer();

    assertThat(settle(delivery, new Succeeded(new TaskResult(Map.of(), shipped, TestStore.NOTICE))))
        .isEqualTo(Settlement.Verdict.DUPLICATE);
    assertThat(proxy.hasCut()).isTrue();
    assertThat(standing.queue("email"))
        .isEqualTo("pending[1-email 1-notice] lease[] delayed[] dead[] wake[1]");
    assertThat(standing.order(1)).isEqualTo("shipped, 3 open");
    assertThat(standing.counts()).isEqualTo("accepted=1 done=1 tasks=4");
  }

  @Test
  void should_close_an_order_once_with_its_last_task() {
    settle(take("invoice"), new Succeeded(TaskResult.of(Map.of())));
    settle(take("shipping"), new Succeeded(TaskResult.of(Map.of())));
    Delivery last = take();
    proxy.cutNextAnswer();

    assertThat(settle(last, new Succeeded(TaskResult.of(Map.of()))))
        .isEqualTo(Settlement.Verdict.DUPLICATE);
    assertThat(proxy.hasCut()).isTrue();
    assertThat(standing.order(1)).isEqualTo("confirmed, 0 open, closed");
    assertThat(standing.counts()).isEqualTo("accepted=1 done=3 tasks=3");
  }

  @Test
  void should_retry_cancel_and_update_once() {
    settle(take(), new Failed("no"));

    proxy.cutNextAnswer();
    assertThat(store.operations().retry(new TaskId(1, "email")).verdict()).isEqualTo(Verdict.OK);
    proxy.cutNextAnswer();
    assertThat(store.operations().update(1, "shipped", STATUS).task())
        .isEqualTo(new TaskId(1, "status-1"));
    proxy.cutNextAnswer();
    assertThat(store.operations().cancelOrder(1)).hasSize(5);

    assertThat(proxy.hasCut()).isTrue();
    assertThat(standing.order(1)).isEqualTo("cancelled, 0 open, closed");
    assertThat(standing.counts()).isEqualTo("accepted=1 cancelled=4 dead=1 revived=1 tasks=4");
  }

  @Test
  void should_read_again() {
    proxy.cutNextAnswer();

    assertThat(store.inspector().order(1)).isPresent();
    proxy.cutNextAnswer();
    assertThat(store.inspector().queue("email").pending()).isEqualTo(1);
  }

  private Delivery take() {
    return take("email");
  }

  private Delivery take(String queue) {
    return store.broker().fetch("w1", List.of(queue), 1, LEASE).deliveries().get(0);
  }

  private Settlement.Verdict settle(Delivery delivery, Settlement.Outcome outcome) {
    Settlement settlement = new Settlement(delivery.id(), delivery.number(), outcome);
    return store.broker().settle("w1", List.of(settlement)).get(0);
  }
}
