package dev.orders.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orders.queue.TaskId;
import dev.orders.queue.TaskResult;
import dev.orders.queue.TaskState;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkerCancelIT {

  private static final TaskResult DONE = TaskResult.of(Map.of());

  private final Shop shop = new Shop().lease(Duration.ofMillis(600));
  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch finish = new CountDownLatch(1);

  @AfterEach
  void close() {
    finish.countDown();
    shop.close();
  }

  @Test
  void should_interrupt_a_handler_whose_task_is_cancelled() throws InterruptedException {
    Worker worker =
        shop.worker(
            1,
            attempt -> {
              started.countDown();
              finish.await();
              return DONE;
            });
    TaskId task = cancelRunning();
    await().until(() -> shop.task(task).state() == TaskState.REVOKED);
    await().untilAsserted(() -> assertThat(worker.counts().revoked()).isEqualTo(1));
  }

  @Test
  void should_end_a_blocked_read_through_the_cancel_action() throws Exception {
    try (ServerSocket silent = new ServerSocket(0)) {
      shop.worker(
          1,
          attempt -> {
            try (Socket socket = new Socket("127.0.0.1", silent.getLocalPort())) {
              attempt.onCancel(() -> closeQuietly(socket));
              started.countDown();
              socket.getInputStream().read();
            }
            return DONE;
          });
      TaskId task = cancelRunning();
      await().until(() -> shop.task(task).state() == TaskState.REVOKED);
    }
  }

  @Test
  void should_not_take_the_irreversible_step_of_a_cancelled_task() throws InterruptedException {
    AtomicBoolean taken = new AtomicBoolean();
    shop.worker(
        1,
        attempt -> {
          started.countDown();
          try {
            finish.await();
          } catch (InterruptedException ignored) {
            // a handler that does not listen
          }
          attempt.beforeEffect();
          taken.set(true);
          return DONE;
        });
    TaskId task = cancelRunning();
    await().until(() -> shop.task(task).state() == TaskState.REVOKED);
    assertThat(taken).isFalse();
  }

  @Test
  void should_say_that_a_cancelled_task_is_revoked_though_its_handler_just_failed()
      throws InterruptedException {
    shop.lease(Duration.ofMinutes(10)); // no beat tells the worker of it
    Worker worker =
        shop.worker(
            1,
            attempt -> {
              started.countDown();
              finish.await();
              throw new IOException("421 later");
            });
    TaskId task = cancelRunning();
    finish.countDown();
    await().until(() -> worker.counts().revoked() == 1);
    assertThat(shop.task(task).state()).isEqualTo(TaskState.REVOKED);
    assertThat(worker.counts().retried()).isZero();
  }

  @Test
  void should_let_a_success_stand_although_the_task_was_cancelled() throws InterruptedException {
    shop.worker(
        1,
        attempt -> {
          started.countDown();
          try {
            finish.await();
          } catch (InterruptedException ignored) {
            // had done its work already
          }
          return DONE;
        });
    TaskId task = cancelRunning();
    await().until(() -> shop.task(task).state() == TaskState.SUCCESS);
  }

  @Test
  void should_leave_no_interrupt_to_the_next_task() throws InterruptedException {
    AtomicBoolean first = new AtomicBoolean(true);
    AtomicBoolean interrupted = new AtomicBoolean();
    shop.worker(
        1,
        attempt -> {
          if (first.getAndSet(false)) {
            started.countDown();
            while (!Thread.currentThread().isInterrupted()) {
              Thread.onSpinWait();
            }
            throw new IOException("ended with the interrupt still set");
          }
          interrupted.set(Thread.currentThread().isInterrupted());
          return DONE;
        });
    TaskId task = cancelRunning();
    await().until(() -> shop.task(task).state() == TaskState.REVOKED);
    TaskId next = shop.submitOne();
    await().until(() -> shop.task(next).state() == TaskState.SUCCESS);
    assertThat(interrupted).isFalse();
  }

  private TaskId cancelRunning() throws InterruptedException {
    TaskId task = shop.submitOne();
    started.await();
    shop.operations().cancel(task);
    return task;
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException ignored) {
      // closed is closed
    }
  }
}
