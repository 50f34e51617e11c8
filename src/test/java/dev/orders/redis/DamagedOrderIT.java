package dev.orders.redis;

import static dev.orders.redis.TestStore.STATUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orders.queue.Delivery;
import dev.orders.queue.Flaw;
import dev.orders.queue.Settlement;
import dev.orders.queue.Settlement.Failed;
import dev.orders.queue.Settlement.Succeeded;
import dev.orders.queue.Settlement.Verdict;
import dev.orders.queue.TaskId;
import dev.orders.queue.TaskResult;
import dev.orders.queue.TaskResult.OrderChange;
import io.lettuce.core.RedisCommandExecutionException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An order or a task is no longer what it was, or does not count its open tasks. */
class DamagedOrderIT {

  private static final Succeeded SHIPPED =
      new Succeeded(new TaskResult(Map.of(), new OrderChange("shipped", "TRK1"), TestStore.NOTICE));

  private final TestStore store = new TestStore();
  private final Harm harm = new Harm(store);

  @AfterEach
  void close() {
    store.close();
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

    harm.assertUnchanged(
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

  private static Settlement shipped(Delivery delivery) {
    return new Settlement(delivery.id(), delivery.number(), SHIPPED);
  }
}
