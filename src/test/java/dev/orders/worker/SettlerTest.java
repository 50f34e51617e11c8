package dev.orders.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orders.queue.Settlement;
import dev.orders.queue.Settlement.Succeeded;
import dev.orders.queue.Settlement.Verdict;
import dev.orders.queue.TaskResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettlerTest {

  private final AtomicLong ticks = new AtomicLong();
  private final LeaseClock clock = new LeaseClock(Duration.ofSeconds(30), ticks::get);
  private final Answering broker = new Answering();
  private final Hands hands = new Hands(new Waiter());
  private final Journal journal = new Journal();
  private final Settler settler = new Settler(site(), hands, journal);

  @AfterEach
  void stop() {
    settler.stop();
  }

  @Test
  void should_settle_all_that_has_piled_up_in_calls_of_at_most_two_hundred() {
    finish(1, 450);
    Actor.start("settle", settler);
    await().until(hands::isEmpty);
    assertThat(broker.calls).extracting(List::size).containsExactly(200, 200, 50);
    assertThat(journal.counts().succeeded()).isEqualTo(450);
  }

  @Test
  void should_keep_results_while_the_broker_is_away() {
    broker.isDownFor = any -> true;
    Actor.start("settle", settler);
    finish(1, 3);
    await().until(() -> broker.refusals.get() > 2);
    assertThat(settler.isStuck()).isTrue();
    assertThat(hands.size()).isEqualTo(3);
    broker.isDownFor = any -> false;
    await().until(hands::isEmpty);
    assertThat(settler.isStuck()).isFalse();
    assertThat(journal.counts().succeeded()).isEqualTo(3);
  }

  @Test
  void should_drop_results_whose_lease_is_over() {
    broker.isDownFor = any -> true;
    Actor.start("settle", settler);
    finish(1, 3);
    await().until(() -> broker.refusals.get() > 0);
    ticks.set(Duration.ofSeconds(30).toNanos());
    await().until(hands::isEmpty);
    assertThat(journal.counts().succeeded()).isZero();
    await().until(() -> !settler.isStuck());
  }

  @Test
  void should_settle_the_others_although_one_result_is_always_refused() {
    broker.isDownFor = settlement -> settlement.task().orderId() == 7;
    finish(1, 20);
    Actor.start("settle", settler);
    await().until(() -> hands.size() == 1);
    assertThat(hands.all().iterator().next().delivery().id().orderId()).isEqualTo(7);
    assertThat(journal.counts().succeeded()).isEqualTo(19);
  }

  @Test
  void should_not_count_a_late_result_as_a_success() {
    broker.verdict = Verdict.STALE;
    finish(1, 1);
    Actor.start("settle", settler);
    await().until(hands::isEmpty);
    assertThat(journal.counts().succeeded()).isZero();
    assertThat(journal.counts().stale()).isEqualTo(1);
  }

  @Test
  void should_count_a_result_that_had_arrived_before_its_answer_was_lost() {
    broker.verdict = Verdict.DUPLICATE;
    finish(1, 1);
    Actor.start("settle", settler);
    await().until(hands::isEmpty);
    assertThat(journal.counts().succeeded()).isEqualTo(1);
  }

  @Test
  void should_count_a_success_that_could_not_be_written_down_as_a_failure() {
    broker.verdict = Verdict.BURIED;
    finish(1, 1);
    Actor.start("settle", settler);
    await().until(hands::isEmpty);
    assertThat(journal.counts().succeeded()).isZero();
    assertThat(journal.counts().failed()).isEqualTo(1);
  }

  private void finish(int first, int last) {
    for (int order = first; order <= last; order++) {
      RunningAttempt attempt =
          new RunningAttempt(
              Deliveries.of(order + "-email", 1, 0),
              0,
              new RunningAttempt.Tools("w1", broker, clock, new ProgressReporter("w1", broker)));
      hands.take(attempt);
      attempt.life().end();
      settler.settle(new Finished(attempt, new Succeeded(TaskResult.of(Map.of())), Duration.ZERO));
    }
  }

  private Site site() {
    WorkerOptions options =
        new WorkerOptions("w1", List.of("email"), 1, Shop.limits(clock.lease()), false);
    return new Site(broker, options, clock, new Random(1));
  }

  private static final class Answering extends StubBroker {
    final List<List<Settlement>> calls = new CopyOnWriteArrayList<>();
    final AtomicLong refusals = new AtomicLong();
    volatile Predicate<Settlement> isDownFor = any -> false;
    volatile Verdict verdict = Verdict.OK;

    @Override
    public List<Verdict> settle(String worker, List<Settlement> settlements) {
      calls.add(settlements);
      if (settlements.stream().anyMatch(isDownFor)) {
        refusals.incrementAndGet();
        throw down();
      }
      return settlements.stream().map(any -> verdict).toList();
    }
  }
}
