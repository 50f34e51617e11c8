package dev.orders.redis;

import static dev.orders.redis.TestStore.EMAIL;
import static dev.orders.redis.TestStore.FINGERPRINT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.queue.Inspector.Place;
import dev.orders.queue.Installation;
import dev.orders.queue.OrderRecord;
import dev.orders.queue.QueueStats;
import dev.orders.queue.Settlement.Retried;
import dev.orders.queue.Settlement.Succeeded;
import dev.orders.queue.Task;
import dev.orders.queue.Task.Attempts;
import dev.orders.queue.TaskId;
import dev.orders.queue.TaskResult;
import dev.orders.queue.TaskResult.OrderChange;
import dev.orders.queue.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InspectorIT {

  private final TestStore store = new TestStore();

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void should_tell_which_installation_it_is() {
    Installation fresh = store.inspector().installation();
    store.order();
    Installation used = store.inspector().installation();

    assertThat(fresh.isUnused()).isTrue();
    assertThat(used.isUnused()).isFalse();
    assertThat(used.instance())
        .isEqualTo(fresh.instance())
        .isEqualTo(store.raw().hget(store.namespace() + ":meta", "instance"));
    assertThat(used.now()).isBetween(fresh.now(), fresh.now().plusSeconds(60));
  }

  @Test
  void should_find_orders_by_their_idempotency_keys() {
    long order = store.submit("here", FINGERPRINT, Duration.ZERO).orderId();
    store.order();

    Map<String, OrderRecord> found = store.inspector().ordersByKey(List.of("away", "here"));

    assertThat(found).containsOnlyKeys("here");
    assertThat(found.get("here").id()).isEqualTo(order);
    assertThat(found.get("here").fingerprint()).isEqualTo(FINGERPRINT);
    assertThat(store.inspector().ordersByKey(List.of())).isEmpty();
  }

  @Test
  void should_show_a_task_that_waits() {
    store.order(EMAIL);

    Task task = task(1, "email");
    assertThat(task.queue()).isEqualTo("email");
    assertThat(task.state()).isEqualTo(TaskState.PENDING);
    assertThat(task.progress()).isZero();
    assertThat(task.worker()).isNull();
    assertThat(task.argument()).isNull();
    assertThat(task.error()).isNull();
    assertThat(task.facts()).isEmpty();
    assertThat(task.attempts()).isEqualTo(new Attempts(0, 0, 0));
    assertThat(task.times().enqueued()).isAfter(Instant.now().minusSeconds(60));
    assertThat(task.times().started()).isNull();
    assertThat(task.times().ended()).isNull();
    assertThat(task.times().due()).isNull();
  }

  @Test
  void should_show_a_task_that_has_lived() {
    store.order(EMAIL);
    store.expire(store.begin(store.take("email")));
    store.settle(store.take("email"), new Retried("421 later", Duration.ZERO));
    store.settle(
        store.take("email"), new Succeeded(TaskResult.of(Map.of("message_id", "a", "to", "b"))));

    Task task = task(1, "email");
    assertThat(task.state()).isEqualTo(TaskState.SUCCESS);
    assertThat(task.progress()).isEqualTo(100);
    assertThat(task.worker()).isEqualTo("w1");
    assertThat(task.attempts()).isEqualTo(new Attempts(3, 1, 1));
    assertThat(task.facts()).isEqualTo(Map.of("message_id", "a", "to", "b"));
    assertThat(task.times().ended()).isAfterOrEqualTo(task.times().started());
    assertThat(task.times().started()).isAfterOrEqualTo(task.times().enqueued());
  }

  @Test
  void should_show_when_a_delayed_task_is_due() {
    store.submit(null, FINGERPRINT, Duration.ofHours(1));

    assertThat(task(1, "email").times().due())
        .isBetween(Instant.now().plusSeconds(3_500), Instant.now().plusSeconds(3_700));
  }

  @Test
  void should_show_an_order() {
    store.submit("shop-1", FINGERPRINT, Duration.ZERO);
    store.settle(
        store.take("shipping"),
        new Succeeded(
            new TaskResult(Map.of(), new OrderChange("shipped", "TRK1"), TestStore.NOTICE)));

    OrderRecord order = store.inspector().order(1).orElseThrow();
    assertThat(order.id()).isEqualTo(1);
    assertThat(order.status()).isEqualTo("shipped");
    assertThat(order.trackingNumber()).isEqualTo("TRK1");
    assertThat(order.idempotencyKey()).isEqualTo("shop-1");
    assertThat(order.fingerprint()).isEqualTo(FINGERPRINT);
    assertThat(order.openTasks()).isEqualTo(3);
    assertThat(order.tasks())
        .extracting(TaskId::toString)
        .containsExactly("1-email", "1-invoice", "1-shipping", "1-notice");
    assertThat(order.updatedAt()).isAfterOrEqualTo(order.createdAt());
    assertThat(store.inspector().body(1)).contains(TestStore.BODY);
  }

  @Test
  void should_know_nothing_of_what_never_was() {
    assertThat(store.inspector().task(new TaskId(9, "email"))).isEmpty();
    assertThat(store.inspector().order(9)).isEmpty();
    assertThat(store.inspector().body(9)).isEmpty();
    assertThat(store.inspector().tasks(9)).isEmpty();
    assertThat(store.inspector().tasks(List.of())).isEmpty();
    assertThat(store.inspector().workers()).isEmpty();
    assertThat(store.inspector().list("nowhere", Place.PENDING, 5)).isEmpty();
    assertThat(store.inspector().queue("nowhere"))
        .isEqualTo(new QueueStats("nowhere", 0, 0, 0, 0, null, false));
  }

  @Test
  void should_show_the_tasks_of_an_order_in_the_order_of_their_creation() {
    store.order();
    store.operations().update(1, "shipped", TestStore.STATUS);

    assertThat(ids(store.inspector().tasks(1)))
        .containsExactly("1-email", "1-invoice", "1-shipping", "1-status-1");
  }

  @Test
  void should_leave_out_unknown_tasks_among_known_ones() {
    store.order(EMAIL);
    TaskId known = new TaskId(1, "email");

    assertThat(store.inspector().tasks(List.of(new TaskId(9, "email"), known)))
        .extracting(Task::id)
        .containsExactly(known);
  }

  private Task task(long order, String name) {
    return store.inspector().task(new TaskId(order, name)).orElseThrow();
  }

  private static List<String> ids(List<Task> tasks) {
    return tasks.stream().map(task -> task.id().toString()).toList();
  }
}
