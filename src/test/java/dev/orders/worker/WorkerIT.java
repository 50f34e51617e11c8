package dev.orders.worker;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orders.queue.Attempt;
import dev.orders.queue.PermanentFailureException;
import dev.orders.queue.Task;
import dev.orders.queue.TaskHandler;
import dev.orders.queue.TaskId;
import dev.orders.queue.TaskResult;
import dev.orders.queue.TaskState;
import dev.orders.queue.TaskType;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkerIT {

  private static final TaskResult DONE = TaskResult.of(Map.of("to", "nobody"));
  private static final TaskHandler DO_NOTHING = attempt -> DONE;

  private final Shop shop = new Shop();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void should_run_each_of_five_hundred_tasks_once_on_two_workers() {
    Map<TaskId, Integer> runs = new ConcurrentHashMap<>();
    TaskHandler counting =
        attempt -> {
          runs.merge(attempt.delivery().id(), 1, Integer::sum);
          attempt.progress(50);
          return DONE;
        };
    Worker one = shop.worker(4, counting);
    Worker other = shop.worker(4, counting);
    List<TaskId> tasks = shop.submit(500);
    await().untilAsserted(() -> assertThat(settled(one) + settled(other)).isEqualTo(500));
    assertThat(runs).isEqualTo(tasks.stream().collect(toMap(task -> task, task -> 1)));
    assertThat(tasks).allSatisfy(task -> assertThat(state(task)).isEqualTo(TaskState.SUCCESS));
    assertNothingIsLeft();
  }

  @Test
  void should_keep_the_facts_of_a_success() {
    TaskId task = shop.submitOne();
    shop.worker(1, DO_NOTHING);
    await().until(() -> state(task) == TaskState.SUCCESS);
    assertThat(shop.task(task).facts()).containsEntry("to", "nobody");
  }

  @Test
  void should_try_a_failed_task_again_until_it_succeeds() {
    AtomicInteger tries = new AtomicInteger();
    shop.worker(
        1,
        attempt -> {
          if (tries.incrementAndGet() < 3) {
            throw new IOException("connection reset");
          }
          return DONE;
        });
    TaskId task = shop.submitOne();
    await().until(() -> state(task) == TaskState.SUCCESS);
    assertThat(shop.task(task).attempts()).isEqualTo(new Task.Attempts(3, 2, 0));
    assertNothingIsLeft();
  }

  @Test
  void should_leave_a_task_among_the_dead_when_its_retries_are_used_up() {
    Worker worker =
        shop.worker(
            1,
            attempt -> {
              throw new IOException("connection reset");
            });
    TaskId task = shop.submitOne();
    await().until(() -> state(task) == TaskState.FAILURE);
    assertThat(shop.task(task).error()).isEqualTo("IOException: connection reset");
    assertThat(shop.task(task).attempts().failures()).isEqualTo(3);
    assertThat(shop.stats().dead()).isEqualTo(1);
    await().untilAsserted(() -> assertThat(worker.counts().failed()).isEqualTo(1));
    assertThat(worker.counts().retried()).isEqualTo(2);
  }

  @Test
  void should_not_try_again_what_no_repetition_can_help() {
    shop.worker(
        1,
        attempt -> {
          throw new PermanentFailureException("no such address");
        });
    TaskId task = shop.submitOne();
    await().until(() -> state(task) == TaskState.FAILURE);
    assertThat(shop.task(task).attempts().deliveries()).isEqualTo(1);
  }

  @Test
  void should_survive_a_handler_that_overflows_the_stack() {
    TaskHandler endless =
        new TaskHandler() {
          @Override
          public TaskResult handle(Attempt attempt) throws Exception {
            return attempt.delivery().number() == 1 ? handle(attempt) : DONE;
          }
        };
    shop.worker(1, endless);
    TaskId task = shop.submitOne();
    await().until(() -> state(task) == TaskState.SUCCESS);
    assertThat(shop.task(task).attempts().failures()).isEqualTo(1);
  }

  @Test
  void should_fail_a_task_that_it_has_no_handler_for() {
    TaskId task = shop.submit(1, new TaskType("gift", Shop.QUEUE)).get(0);
    shop.worker(1, DO_NOTHING);
    await().until(() -> state(task) == TaskState.FAILURE);
    assertThat(shop.task(task).error()).contains("no handler for gift tasks");
  }

  @Test
  void should_show_itself_and_what_it_runs() {
    CountDownLatch finish = new CountDownLatch(1);
    shop.lease(Duration.ofSeconds(3));
    shop.worker(
        3,
        attempt -> {
          finish.await();
          return DONE;
        });
    TaskId task = shop.submitOne();
    await().until(() -> shop.liveWorkers().stream().anyMatch(one -> one.running().contains(task)));
    assertThat(shop.liveWorkers())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.concurrency()).isEqualTo(3);
              assertThat(one.queues()).containsExactly("email", "shipping");
              assertThat(one.pid()).isEqualTo(ProcessHandle.current().pid());
            });
    finish.countDown();
  }

  @Test
  void should_keep_the_lease_of_a_task_that_runs_longer_than_it() {
    shop.lease(Duration.ofSeconds(2));
    CountDownLatch finish = new CountDownLatch(1);
    FaultyBroker counting = new FaultyBroker(shop.broker());
    TaskHandler slow =
        attempt -> {
          finish.await();
          attempt.beforeEffect();
          return DONE;
        };
    shop.worker(1, slow, counting);
    TaskId task = shop.submitOne();
    await().until(() -> state(task) == TaskState.STARTED);
    shop.worker(1, DO_NOTHING); // would take the task over
    int beats = counting.beats();
    await().until(() -> counting.beats() > beats + 6); // two leases long
    finish.countDown();
    await().until(() -> state(task) == TaskState.SUCCESS);
    assertThat(shop.task(task).attempts()).isEqualTo(new Task.Attempts(1, 0, 0));
  }

  @Test
  void should_show_progress() {
    CountDownLatch finish = new CountDownLatch(1);
    shop.worker(
        1,
        attempt -> {
          attempt.progress(30);
          finish.await();
          return DONE;
        });
    TaskId task = shop.submitOne();
    await().until(() -> state(task) == TaskState.PROGRESS);
    assertThat(shop.task(task).progress()).isEqualTo(30);
    finish.countDown();
  }

  @Test
  void should_not_hoard_behind_a_slow_task_what_an_idle_worker_could_do() {
    CountDownLatch finish = new CountDownLatch(1);
    AtomicInteger runs = new AtomicInteger();
    shop.submit(200);
    Worker hoarder =
        shop.worker(
            1,
            attempt -> {
              if (runs.incrementAndGet() == 50) {
                finish.await();
              }
              return DONE;
            });
    await().until(() -> runs.get() == 50);
    Worker idle = shop.worker(1, DO_NOTHING);
    await().untilAsserted(() -> assertThat(settled(hoarder) + settled(idle)).isEqualTo(199));
    assertThat(runs).hasValue(50);
    finish.countDown();
    await().untilAsserted(() -> assertThat(settled(hoarder)).isEqualTo(50));
    assertNothingIsLeft();
  }

  private TaskState state(TaskId task) {
    return shop.task(task).state();
  }

  private static long settled(Worker worker) {
    return worker.counts().succeeded();
  }

  private void assertNothingIsLeft() {
    assertThat(shop.stats().pending()).isZero();
    assertThat(shop.stats().active()).isZero();
    assertThat(shop.stats().delayed()).isZero();
    assertThat(shop.stats().dead()).isZero();
  }
}
