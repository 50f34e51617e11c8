package dev.orders.redis;

import static dev.orders.redis.TestStore.EMAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orders.queue.BrokerException;
import dev.orders.queue.Inspector.Place;
import dev.orders.queue.OrderRecord;
import dev.orders.queue.Task;
import dev.orders.queue.TaskId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Records that somebody has damaged: passed over in lists, named when they are asked for. */
class UnreadableIT {

  private final TestStore store = new TestStore();
  private final long damaged = store.order();
  private final long sound = store.order();

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void should_pass_over_a_task_of_an_unknown_state_and_name_it_when_asked_for() {
    TaskId task = new TaskId(damaged, "email");
    store.raw().hset(store.keys().task(task), "state", "?");

    assertThat(store.inspector().tasks(List.of(task, new TaskId(sound, "email"))))
        .extracting(Task::id)
        .containsExactly(new TaskId(sound, "email"));
    assertThat(store.inspector().list(EMAIL.queue(), Place.PENDING, 10)).hasSize(1);
    assertThat(store.inspector().queue(EMAIL.queue()).pending()).isEqualTo(2);
    assertThatThrownBy(() -> store.inspector().task(task))
        .isInstanceOf(BrokerException.class)
        .hasMessageContaining("task " + task)
        .hasMessageContaining("orders audit");
  }

  @Test
  void should_pass_over_an_order_whose_times_are_none_and_name_it_when_asked_for() {
    store.raw().hset(store.keys().order(damaged), "updated", "yesterday");

    assertThat(store.inspector().orders(List.of(damaged, sound)))
        .extracting(OrderRecord::id)
        .containsExactly(sound);
    assertThatThrownBy(() -> store.inspector().order(damaged))
        .isInstanceOf(BrokerException.class)
        .hasMessageContaining("order " + damaged);
  }
}
