package dev.orders.redis;

import static dev.orders.redis.TestStore.EMAIL;
import static dev.orders.redis.TestStore.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.order.OrderStatus;
import dev.orders.queue.Operations.Change;
import dev.orders.queue.Operations.Verdict;
import dev.orders.queue.Settlement.Succeeded;
import dev.orders.queue.TaskResult;
import dev.orders.queue.TaskResult.OrderChange;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The scripts know the same life of an order as the program does. */
class LifeCycleIT {

  private final TestStore store = new TestStore();

  @AfterEach
  void close() {
    store.close();
  }

  @ParameterizedTest
  @MethodSource("steps")
  void should_allow_an_update_just_where_the_order_does(OrderStatus from, OrderStatus to) {
    store.order(EMAIL);
    put(from);

    Change change = store.operations().update(1, to.word(), STATUS);

    assertThat(change.verdict()).isEqualTo(from.canBecome(to) ? Verdict.OK : Verdict.CONFLICT);
    assertThat(change.state()).isEqualTo(from.canBecome(to) ? "PENDING" : from.word());
  }

  @ParameterizedTest
  @MethodSource("steps")
  void should_take_the_status_that_a_task_brings_just_where_the_order_does(
      OrderStatus from, OrderStatus to) {
    store.order(EMAIL);
    put(from);

    store.settle(
        store.take("email"),
        new Succeeded(new TaskResult(Map.of(), new OrderChange(to.word(), null), null)));

    boolean allowed = from == to || from.canBecome(to);
    assertThat(store.standing().order(1))
        .isEqualTo(allowed ? to.word() + ", 0 open, closed" : from.word() + ", 1 open");
  }

  private void put(OrderStatus status) {
    store.raw().hset(store.keys().order(1), "status", status.word());
  }

  static Stream<Arguments> steps() {
    return Arrays.stream(OrderStatus.values())
        .flatMap(from -> Arrays.stream(OrderStatus.values()).map(to -> Arguments.of(from, to)));
  }
}
