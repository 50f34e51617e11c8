package dev.orders.redis;

import static dev.orders.redis.TestStore.EMAIL;
import static dev.orders.redis.TestStore.LEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.queue.Delivery;
import dev.orders.queue.Settlement;
import dev.orders.queue.Settlement.Failed;
import dev.orders.queue.Settlement.Released;
import dev.orders.queue.Settlement.Succeeded;
import dev.orders.queue.Settlement.Verdict;
import dev.orders.queue.Submission;
import dev.orders.queue.TaskId;
import dev.orders.queue.TaskResult;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several settlements in one call. */
class SettleManyIT {

  private static final Succeeded SUCCEEDED = new Succeeded(TaskResult.of(Map.of("sent", "yes")));

  private final TestStore store = new TestStore();
  private final Standing standing = store.standing();

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void should_settle_more_than_one_script_call_may_carry() {
    Submission one =
        new Submission("{}", TestStore.FINGERPRINT, null, Duration.ZERO, List.of(EMAIL));
    store.intake().submit(Collections.nCopies(450, one));
    List<Delivery> all = store.broker().fetch("w1", List.of("email"), 450, LEASE).deliveries();

    List<Verdict> verdicts = store.broker().settle("w1", settlements(all));

    assertThat(verdicts).hasSize(450).containsOnly(Verdict.OK);
    assertThat(standing.counts()).isEqualTo("accepted=450 done=450 tasks=450");
    assertThat(store.raw().zcard(store.keys().prefix() + "closed")).isEqualTo(450);
    assertThat(standing.queue("email")).isEqualTo("pending[] lease[] delayed[] dead[] wake[]");
  }

  @Test
  void should_answer_each_in_the_same_order() {
    store.order(EMAIL);
    store.order(EMAIL);
    List<Delivery> two = store.fetch("w1", 2, "email");
    TaskId ghost = new TaskId(99, "email");

    assertThat(
            store
                .broker()
                .settle(
                    "w1",
                    List.of(
                        new Settlement(two.get(1).id(), 1, new Failed("no")),
                        new Settlement(ghost, 1, SUCCEEDED),
                        new Settlement(two.get(0).id(), 7, SUCCEEDED),
                        new Settlement(two.get(0).id(), 1, new Released()),
                        new Settlement(two.get(0).id(), 1, new Released()))))
        .containsExactly(Verdict.OK, Verdict.GONE, Verdict.STALE, Verdict.OK, Verdict.DUPLICATE);
    assertThat(standing.queue("email"))
        .isEqualTo("pending[1-email] lease[] delayed[] dead[2-email] wake[1]");
  }

  @Test
  void should_tell_of_all_of_them_in_one_event() {
    store.order(EMAIL);
    store.order(EMAIL);
    store.broker().settle("w1", settlements(store.fetch("w1", 2, "email")));

    assertThat(standing.events()).last().isEqualTo("SUCCESS 1-email 2-email");
  }

  @Test
  void should_close_an_order_with_its_last_task_and_not_before() {
    store.order();
    store.succeed(store.take("email"));
    store.settle(store.take("invoice"), new Failed("no font"));
    store.succeed(store.take("shipping"));
    assertThat(standing.order(1)).isEqualTo("confirmed, 1 open");

    store.operations().retry(new TaskId(1, "invoice"));
    store.succeed(store.take("invoice"));
    assertThat(standing.order(1)).isEqualTo("confirmed, 0 open, closed");
  }

  @Test
  void should_answer_gone_when_there_is_no_such_task() {
    Settlement ghost =
        new Settlement(new TaskId(99, "email"), 1, new Succeeded(TaskResult.of(Map.of())));

    assertThat(store.broker().settle("w1", List.of(ghost))).containsExactly(Verdict.GONE);
    assertThat(store.broker().settle("w1", List.of())).isEmpty();
  }

  private static List<Settlement> settlements(List<Delivery> deliveries) {
    return deliveries.stream()
        .map(delivery -> new Settlement(delivery.id(), delivery.number(), SUCCEEDED))
        .toList();
  }
}
