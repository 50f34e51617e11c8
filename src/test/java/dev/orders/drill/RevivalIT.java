package dev.orders.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.queue.Delivery;
import dev.orders.queue.Settlement;
import dev.orders.queue.Settlement.Failed;
import dev.orders.queue.Submission;
import dev.orders.queue.TaskId;
import dev.orders.queue.TaskState;
import dev.orders.queue.TaskType;
import dev.orders.redis.RedisOptions;
import dev.orders.redis.RedisStore;
import dev.orders.redis.TestRedis;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RevivalIT {

  private static final TaskType EMAIL = new TaskType("email", "email");
  private static final Duration LEASE = Duration.ofMillis(1);

  private final RedisStore store =
      RedisStore.connect(
          new RedisOptions(TestRedis.url(), null, TestRedis.namespace(), Duration.ofDays(1)));
  private final Revival revival = new Revival(store.inspector(), store.operations());

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void should_put_back_a_task_that_was_taken_for_poison() {
    TaskId task = submit();
    Awaitility.await().until(() -> fetch().isEmpty() && state(task) == TaskState.FAILURE);

    revival.revive();

    assertThat(revival.revived()).isEqualTo(1);
    assertThat(state(task)).isEqualTo(TaskState.PENDING);
  }

  @Test
  void should_leave_a_task_dead_that_has_failed() {
    TaskId task = submit();
    Delivery delivery = fetch().get(0);
    store
        .broker()
        .settle(
            "w", List.of(new Settlement(task, delivery.number(), new Failed("no such address"))));

    revival.revive();

    assertThat(revival.revived()).isZero();
    assertThat(state(task)).isEqualTo(TaskState.FAILURE);
  }

  private TaskId submit() {
    Submission order = new Submission("{}", "ab".repeat(32), null, Duration.ZERO, List.of(EMAIL));
    return store.intake().submit(List.of(order)).get(0).tasks().get(0);
  }

  private List<Delivery> fetch() {
    return store.broker().fetch("w", List.of("email"), 1, LEASE).deliveries();
  }

  private TaskState state(TaskId task) {
    return store.inspector().task(task).orElseThrow().state();
  }
}
