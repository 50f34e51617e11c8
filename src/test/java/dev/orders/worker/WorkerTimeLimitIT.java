package dev.orders.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orders.queue.Task;
import dev.orders.queue.TaskHandler;
import dev.orders.queue.TaskId;
import dev.orders.queue.TaskResult;
import dev.orders.queue.TaskState;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a task that runs past its time limit. */
@Timeout(60)
class WorkerTimeLimitIT {

  private static final TaskResult DONE = TaskResult.of(Map.of("by", "in time"));

  private final Shop shop =
      new Shop().timeLimit(Duration.ofMillis(300)).retryDelay(Duration.ofHours(1));
  private final CountDownLatch finish = new CountDownLatch(1);

  @AfterEach
  void close() {
    finish.countDown();
    shop.close();
  }

  @Test
  void should_interrupt_it_and_count_it_as_failed() {
    CountDownLatch closed = new CountDownLatch(1);
    Worker worker =
        shop.worker(
            1,
            attempt -> {
              attempt.onCancel(closed::countDown);
              finish.await();
              return DONE;
            });
    TaskId task = shop.submitOne();

    await().until(() -> state(task) == TaskState.RETRY);
    assertThat(closed.getCount()).as("its socket is closed, too").isZero();
    assertThat(shop.task(task).error())
        .isEqualTo("TimeLimitException: it ran for longer than 300 ms");
    assertThat(shop.task(task).attempts()).isEqualTo(new Task.Attempts(1, 1, 0));
    await().until(() -> worker.counts().retried() == 1);
  }

  @Test
  void should_leave_the_thread_to_the_next_task_without_an_interrupt() {
    AtomicInteger runs = new AtomicInteger();
    shop.worker(
        1,
        attempt -> {
          if (runs.incrementAndGet() == 1) {
            finish.await();
          }
          assertThat(Thread.currentThread().isInterrupted()).isFalse();
          return DONE;
        });
    TaskId slow = shop.submitOne();
    TaskId next = shop.submitOne();

    await().until(() -> state(next) == TaskState.SUCCESS);
    assertThat(state(slow)).isEqualTo(TaskState.RETRY);
  }

  @Test
  void should_count_a_failure_that_the_retry_policy_ends() {
    shop.retryDelay(Duration.ofMillis(10));
    shop.worker(
        1,
        attempt -> {
          finish.await();
          return DONE;
        });
    TaskId task = shop.submitOne();

    await().until(() -> state(task) == TaskState.FAILURE);
    assertThat(shop.task(task).attempts()).isEqualTo(new Task.Attempts(3, 3, 0));
  }

  @Test
  void should_let_a_success_count_that_comes_in_spite_of_the_interrupt() {
    shop.worker(
        1,
        attempt -> {
          try {
            finish.await();
          } catch (InterruptedException e) {
            return TaskResult.of(Map.of("by", "the skin of its teeth"));
          }
          throw new IOException("nobody interrupted");
        });
    TaskId task = shop.submitOne();

    await().until(() -> state(task) == TaskState.SUCCESS);
  }

  @Test
  void should_replace_the_thread_of_a_deaf_handler_and_ignore_what_becomes_of_it() {
    long before = runningThreads();
    CountDownLatch deafEnded = new CountDownLatch(1);
    AtomicInteger runs = new AtomicInteger();
    TaskHandler deafAtFirst =
        attempt -> {
          if (runs.incrementAndGet() == 1) {
            awaitDeaf(finish);
            deafEnded.countDown();
            return TaskResult.of(Map.of("by", "deaf"));
          }
          return DONE;
        };
    Worker worker = shop.worker(1, deafAtFirst);
    TaskId deaf = shop.submitOne();

    await().until(() -> state(deaf) == TaskState.RETRY);
    TaskId next = shop.submitOne();
    await().until(() -> state(next) == TaskState.SUCCESS);

    finish.countDown();
    await().until(() -> deafEnded.getCount() == 0);
    TaskId last = shop.submitOne();
    await().until(() -> state(last) == TaskState.SUCCESS);
    await().until(() -> worker.counts().succeeded() == 2);
    assertThat(state(deaf)).isEqualTo(TaskState.RETRY);
    assertThat(shop.task(deaf).facts()).isEmpty();
    await().untilAsserted(() -> assertThat(runningThreads()).isEqualTo(before + 1));
  }

  private TaskState state(TaskId task) {
    return shop.task(task).state();
  }

  private static long runningThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("orders-run-"))
        .count();
  }

  private static void awaitDeaf(CountDownLatch latch) {
    boolean open = false;
    while (!open) {
      try {
        latch.await();
        open = true;
      } catch (InterruptedException ignored) {
        // deaf
      }
    }
  }
}
