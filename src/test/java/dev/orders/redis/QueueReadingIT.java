package dev.orders.redis;

import static dev.orders.redis.TestStore.EMAIL;
import static dev.orders.redis.TestStore.FINGERPRINT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.queue.Delivery;
import dev.orders.queue.Inspector.Place;
import dev.orders.queue.QueueStats;
import dev.orders.queue.Settlement.Failed;
import dev.orders.queue.Settlement.Retried;
import dev.orders.queue.Task;
import dev.orders.queue.TaskId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What lies in a queue. */
class QueueReadingIT {

  private final TestStore store = new TestStore();

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void should_count_what_lies_in_each_place_of_a_queue() {
    fillEveryPlace();

    QueueStats stats = store.inspector().queue("email");
    assertThat(stats)
        .usingRecursiveComparison()
        .ignoringFields("oldest")
        .isEqualTo(new QueueStats("email", 2, 1, 1, 1, null, false));
    assertThat(stats.oldest()).isBetween(Duration.ZERO, Duration.ofSeconds(60));
  }

  @Test
  void should_tell_the_age_of_the_task_that_has_waited_longest() {
    store.order(EMAIL);
    store.order(EMAIL);
    store.raw().hset(store.keys().task(new TaskId(1, "email")), "enqueued", "1000");

    assertThat(store.inspector().queue("email").oldest()).isGreaterThan(Duration.ofDays(10_000));
  }

  @Test
  void should_list_each_place_next_to_run_first() {
    fillEveryPlace();

    assertThat(list(Place.PENDING, 9)).containsExactly("4-email", "5-email");
    assertThat(list(Place.PENDING, 1)).containsExactly("4-email");
    assertThat(list(Place.LEASED, 9)).containsExactly("3-email");
    assertThat(list(Place.DELAYED, 9)).containsExactly("2-email");
    assertThat(list(Place.DEAD, 9)).containsExactly("1-email");
    assertThat(list(Place.DEAD, 0)).isEmpty();
    assertThat(list(Place.PENDING, 0)).isEmpty();
  }

  @Test
  void should_list_delayed_tasks_by_their_time() {
    store.submit(null, FINGERPRINT, Duration.ofHours(2));
    store.submit(null, FINGERPRINT, Duration.ofHours(1));

    assertThat(list(Place.DELAYED, 9)).containsExactly("2-email", "1-email");
  }

  @Test
  void should_leave_out_what_no_task_is_behind() {
    store.order(EMAIL);
    store.raw().lpush(store.keys().pending("email"), "99-email", "rubbish");

    assertThat(list(Place.PENDING, 9)).containsExactly("1-email");
  }

  /** 1 is dead, 2 delayed, 3 leased, 4 and 5 pending. */
  private void fillEveryPlace() {
    for (int i = 0; i < 5; i++) {
      store.order(EMAIL);
    }
    List<Delivery> taken = store.fetch("w1", 3, "email");
    store.settle(taken.get(0), new Failed("no"));
    store.settle(taken.get(1), new Retried("no", Duration.ofHours(1)));
  }

  private List<String> list(Place place, int atMost) {
    return ids(store.inspector().list("email", place, atMost));
  }

  private static List<String> ids(List<Task> tasks) {
    return tasks.stream().map(task -> task.id().toString()).toList();
  }
}
