package dev.orders.http;

import dev.orders.app.Target;
import dev.orders.order.OrderStatus;
import dev.orders.queue.EventFeed;
import dev.orders.queue.EventFeed.Event;
import dev.orders.queue.TaskState;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which events a client wants: those that fit each kind of wish it has.
 *
 * @param orders ids of orders; empty for all
 * @param tasks ids of tasks; empty for all
 * @param states states of tasks and statuses of orders; empty for all
 */
record EventFilter(Set<Long> orders, Set<String> tasks, Set<String> states)
    implements Predicate<Event> {

  private static final Set<String> STATES =
      Stream.of(
              Arrays.stream(TaskState.values()).map(TaskState::name),
              Arrays.stream(OrderStatus.values()).map(OrderStatus::word),
              Stream.of(EventFeed.REPAIRED))
          .flatMap(names -> names)
          .collect(Collectors.toUnmodifiableSet());

  /** Reads {@code order}, {@code task} and {@code state}; each may be there several times. */
  static EventFilter of(Query query) {
    return new EventFilter(
        query.texts("order").stream().map(EventFilter::order).collect(Collectors.toSet()),
        query.texts("task").stream().map(EventFilter::task).collect(Collectors.toSet()),
        query.texts("state").stream().map(EventFilter::state).collect(Collectors.toSet()));
  }

  private static Long order(String text) {
    return Target.parse(text)
        .filter(target -> target.task() == null)
        .map(Target::orderId)
        .orElseThrow(() -> Query.refusal("order", text, "an order's id, like 17"));
  }

  private static String task(String text) {
    return Target.parse(text)
        .filter(target -> target.task() != null)
        .map(Target::toString)
        .orElseThrow(() -> Query.refusal("task", text, "a task's id, like 17-invoice"));
  }

  private static String state(String text) {
    boolean isKnown = STATES.contains(text) || STATES.contains(text.toUpperCase(Locale.ROOT));
    if (!isKnown) {
      throw Query.refusal("state", text, "a task's state or an order's status");
    }
    return STATES.contains(text) ? text : text.toUpperCase(Locale.ROOT);
  }

  /** True when every event fits. */
  boolean isOpen() {
    return orders.isEmpty() && tasks.isEmpty() && states.isEmpty();
  }

  @Override
  public boolean test(Event event) {
    return (orders.isEmpty() || orders.contains(event.orderId()))
        && (tasks.isEmpty() || tasks.contains(event.task()))
        && (states.isEmpty() || states.contains(event.state()));
  }
}
