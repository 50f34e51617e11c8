package dev.orders.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orders.queue.Broker;
import dev.orders.queue.Delivery;
import dev.orders.queue.RetryPolicy;
import dev.orders.queue.Settlement;
import dev.orders.queue.TaskHandler;
import dev.orders.queue.TaskResult;
import dev.orders.queue.WorkerInfo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FetchLoopTest {

  private static final TaskResult DONE = TaskResult.of(Map.of());
  private static final Broker.Fetched NOTHING = new Broker.Fetched(List.of(), Duration.ofHours(1));

  private final Scripted broker = new Scripted();
  private Duration lease = Duration.ofSeconds(30);
  private int threads = 2;
  private @Nullable Worker worker;

  @AfterEach
  void stop() throws InterruptedException {
    if (worker != null) {
      worker.stopNow();
      worker.awaitEnd();
    }
  }

  @Test
  void should_register_before_it_fetches() {
    start(attempt -> DONE);
    await().until(() -> broker.calls.size() > 1);
    assertThat(broker.calls.get(0)).isEqualTo("heartbeat");
  }

  @Test
  void should_begin_with_another_queue_each_time() {
    start(attempt -> DONE);
    broker.mayWait.release(3);
    await().until(() -> broker.asked.size() >= 4);
    assertThat(first(4, broker.asked))
        .containsExactly(
            List.of("a", "b", "c"),
            List.of("b", "c", "a"),
            List.of("c", "a", "b"),
            List.of("a", "b", "c"));
  }

  @Test
  void should_ask_the_same_queues_again_when_there_was_no_answer() {
    broker.failures.set(2);
    start(attempt -> DONE);
    await().until(() -> broker.asked.size() >= 3);
    assertThat(first(3, broker.asked)).containsOnly(List.of("a", "b", "c"));
  }

  @Test
  void should_ask_for_no_tasks_where_it_does_not_know_what_it_has_taken() {
    broker.failures.set(2);
    start(attempt -> DONE);
    await().until(() -> broker.wanted.size() >= 3);
    assertThat(first(3, broker.wanted)).containsExactly(2, 0, 0);
  }

  @Test
  void should_take_tasks_although_it_cannot_wait_for_them() {
    broker.cannotWait = true;
    start(attempt -> DONE);
    await().until(() -> broker.wanted.size() >= 3);
    assertThat(first(3, broker.wanted)).containsExactly(2, 0, 2);
  }

  @Test
  void should_run_a_delivery_once_although_it_was_heard_twice() {
    AtomicInteger runs = new AtomicInteger();
    Semaphore finish = new Semaphore(0);
    Broker.Fetched one = fetched(Deliveries.of("1-email", 1, 0));
    broker.answers.add(one);
    broker.answers.add(one);
    start(
        attempt -> {
          runs.incrementAndGet();
          finish.acquire();
          return DONE;
        });
    broker.mayWait.release(2);
    await().until(() -> broker.asked.size() >= 3);
    finish.release(2);
    await().until(() -> broker.settled.size() == 1);
    assertThat(runs).hasValue(1);
  }

  @Test
  void should_wait_for_work_at_once_when_less_came_than_it_asked_for() {
    broker.answers.add(fetched(Deliveries.of("1-email", 1, 0)));
    start(attempt -> DONE);
    await().until(() -> !broker.waits.isEmpty());
    assertThat(broker.asked).hasSize(1);
  }

  @Test
  void should_ask_again_at_once_when_as_many_came_as_one_fetch_takes_back_from_the_dead() {
    threads = 60;
    List<Delivery> some =
        IntStream.rangeClosed(1, 50).mapToObj(i -> Deliveries.of(i + "-email", 1, 0)).toList();
    broker.answers.add(new Broker.Fetched(some, Duration.ofHours(1)));
    start(attempt -> DONE);
    await().until(() -> !broker.waits.isEmpty());
    assertThat(broker.asked).hasSize(2);
  }

  @Test
  void should_wait_for_work_no_longer_than_until_the_next_task_is_due() {
    broker.answers.add(new Broker.Fetched(List.of(), Duration.ofMillis(120)));
    broker.answers.add(new Broker.Fetched(List.of(), Duration.ofMinutes(5)));
    broker.answers.add(new Broker.Fetched(List.of(), Duration.ZERO));
    start(attempt -> DONE);
    broker.mayWait.release(2);
    await().until(() -> broker.waits.size() >= 3);
    assertThat(first(3, broker.waits))
        .containsExactly(Duration.ofMillis(120), Duration.ofSeconds(1), Duration.ofMillis(10));
  }

  @Test
  void should_not_make_a_stop_wait_for_work() {
    Worker idle = start(attempt -> DONE);
    await().until(() -> !broker.waits.isEmpty());
    idle.stop();
    await().untilTrue(broker.waitCutOff);
    await().until(idle::hasEnded);
  }

  @Test
  void should_not_interrupt_what_takes_tasks_once_the_wait_is_over() throws InterruptedException {
    broker.onlyWaits = true;
    broker.mayWait.release();
    Worker idle = start(attempt -> DONE);
    broker.fetchesAfterWait.acquire();
    idle.stop();
    broker.mayAnswer.release();
    await().until(idle::hasEnded);
    assertThat(broker.fetchCutOff).isFalse();
  }

  @Test
  void should_count_a_lease_from_the_first_try_that_may_have_taken_it() {
    lease = Duration.ofMillis(100);
    broker.failures.set(2); // the pauses after them last at least 100 ms
    broker.answers.add(fetched(Deliveries.of("1-email", 1, 0)));
    start(
        attempt -> {
          attempt.beforeEffect();
          return DONE;
        });
    broker.heartIsBroken = true;
    await().until(() -> broker.settled.size() == 1);
    assertThat(broker.settled.get(0).outcome()).isEqualTo(new Settlement.Released());
  }

  private Worker start(TaskHandler handler) {
    WorkerOptions options =
        new WorkerOptions("w1", List.of("a", "b", "c"), threads, Shop.limits(lease), false);
    RetryPolicy never = new RetryPolicy(0, Duration.ZERO);
    Worker started = new Worker(broker, options, Map.of("email", handler), queue -> never);
    worker = started;
    started.start();
    return started;
  }

  /** A copy, for the loop goes on asking. */
  private static <T> List<T> first(int many, List<T> all) {
    return List.copyOf(all).subList(0, many);
  }

  private static Broker.Fetched fetched(Delivery delivery) {
    return new Broker.Fetched(List.of(delivery), Duration.ofHours(1));
  }

  /** Answers fetches as told; waits for work until the test lets it. */
  private static final class Scripted extends StubBroker {
    final List<String> calls = new CopyOnWriteArrayList<>();
    final List<List<String>> asked = new CopyOnWriteArrayList<>();
    final List<Integer> wanted = new CopyOnWriteArrayList<>();
    final List<Duration> waits = new CopyOnWriteArrayList<>();
    final List<Settlement> settled = new CopyOnWriteArrayList<>();
    final Queue<Fetched> answers = new ConcurrentLinkedQueue<>();
    final AtomicInteger failures = new AtomicInteger();
    final AtomicBoolean waitCutOff = new AtomicBoolean();
    final Semaphore mayWait = new Semaphore(0);
    volatile boolean heartIsBroken;
    volatile boolean cannotWait;
    volatile boolean onlyWaits;
    final Semaphore fetchesAfterWait = new Semaphore(0);
    final Semaphore mayAnswer = new Semaphore(0);
    final AtomicBoolean fetchCutOff = new AtomicBoolean();

    @Override
    public Fetched fetch(String worker, List<String> queues, int want, Duration lease) {
      calls.add("fetch");
      asked.add(queues);
      wanted.add(want);
      if (failures.getAndDecrement() > 0) {
        throw down();
      }
      if (onlyWaits && !waits.isEmpty()) {
        fetchesAfterWait.release();
        try {
          mayAnswer.acquire();
        } catch (InterruptedException e) {
          fetchCutOff.set(true);
        }
      }
      Fetched answer = answers.poll();
      return answer == null ? NOTHING : answer;
    }

    @Override
    public @Nullable Fetched awaitWork(
        String worker, List<String> queues, int want, Duration lease, Duration atMost) {
      waits.add(atMost);
      if (cannotWait) {
        throw down();
      }
      try {
        mayWait.acquire();
        return onlyWaits ? null : fetch(worker, queues, want, lease);
      } catch (InterruptedException e) {
        waitCutOff.set(true);
        Thread.currentThread().interrupt();
        throw down();
      }
    }

    @Override
    public List<Settlement.Verdict> settle(String worker, List<Settlement> settlements) {
      settled.addAll(settlements);
      return settlements.stream().map(any -> Settlement.Verdict.OK).toList();
    }

    @Override
    public List<Beat> heartbeat(WorkerInfo worker, List<Lease> held, Duration lease) {
      calls.add("heartbeat");
      if (heartIsBroken) {
        throw down();
      }
      return held.stream().map(any -> Beat.OK).toList();
    }
  }
}
