package dev.orders.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.queue.TaskId;
import dev.orders.queue.TaskResult;
import dev.orders.queue.TaskState;
import dev.orders.queue.TaskType;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkerBurstIT {

  private static final TaskResult DONE = TaskResult.of(Map.of());

  private final Shop shop = new Shop().burst();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void should_end_when_nothing_is_left() throws InterruptedException {
    List<TaskId> tasks = shop.submit(300);
    Worker worker = shop.worker(3, attempt -> DONE);
    worker.awaitEnd();
    assertThat(tasks)
        .allSatisfy(task -> assertThat(shop.task(task).state()).isEqualTo(TaskState.SUCCESS));
    assertThat(shop.liveWorkers()).isEmpty();
  }

  @Test
  void should_end_at_once_when_there_is_nothing_to_do() throws InterruptedException {
    shop.worker(1, attempt -> DONE).awaitEnd();
  }

  @Test
  void should_do_what_follows_from_the_last_task_too() throws InterruptedException {
    TaskResult more = new TaskResult(Map.of(), null, new TaskType("email", Shop.QUEUE));
    TaskId first = shop.submit(1, new TaskType("email-1", "shipping")).get(0);
    shop.worker(1, attempt -> attempt.delivery().id().equals(first) ? more : DONE).awaitEnd();
    assertThat(shop.task(new TaskId(first.orderId(), "email")).state())
        .isEqualTo(TaskState.SUCCESS);
  }

  @Test
  void should_not_wait_for_a_paused_queue() throws InterruptedException {
    TaskId task = shop.submitOne();
    shop.operations().pause(Shop.QUEUE);
    shop.worker(1, attempt -> DONE).awaitEnd();
    assertThat(shop.task(task).state()).isEqualTo(TaskState.PENDING);
  }

  @Test
  void should_leave_a_retry_to_its_time() throws InterruptedException {
    TaskId task = shop.submitOne();
    shop.retryDelay(Duration.ofMinutes(1));
    shop.worker(
            1,
            attempt -> {
              throw new IOException("connection reset");
            })
        .awaitEnd();
    assertThat(shop.task(task).state()).isEqualTo(TaskState.RETRY);
  }
}
