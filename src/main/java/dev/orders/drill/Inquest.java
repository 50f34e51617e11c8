package dev.orders.drill;

import dev.orders.queue.Inspector;
import dev.orders.queue.OrderRecord;
import dev.orders.queue.PastAttempt;
import dev.orders.queue.Task;
import dev.orders.queue.TaskId;
import dev.orders.queue.TaskState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks, after the drill, for every order that was accepted and everything that should follow. */
final class Inquest {

  private static final int BATCH = 200;
  private static final Set<String> TASKS = Set.of("email", "invoice", "shipping", "notice");

  private final Inspector inspector;
  private final Effects effects;
  private final Reruns reruns;
  private final List<String> losses = new ArrayList<>();
  private int ordersMade;
  private long lost;
  private long tasks;

  Inquest(Inspector inspector, Effects effects, Reruns reruns) {
    this.inspector = inspector;
    this.effects = effects;
    this.reruns = reruns;
  }

  /**
   * Looks for orders.
   *
   * @param orders those that were accepted
   * @param made how many should have been
   */
  void examine(List<Long> orders, int made) {
    ordersMade = made;
    if (orders.size() < made) {
      losses.add("%,d orders were never accepted".formatted(made - orders.size()));
    }
    for (int i = 0; i < orders.size(); i += BATCH) {
      examineSome(orders.subList(i, Math.min(i + BATCH, orders.size())));
    }
  }

  private void examineSome(List<Long> ids) {
    Map<Long, OrderRecord> records =
        inspector.orders(ids).stream()
            .collect(Collectors.toMap(OrderRecord::id, Function.identity()));
    List<TaskId> taskIds =
        records.values().stream().flatMap(order -> order.tasks().stream()).toList();
    Map<Long, List<Task>> found =
        inspector.tasks(taskIds).stream()
            .collect(Collectors.groupingBy(task -> task.id().orderId()));
    for (Long id : ids) {
      OrderRecord order = records.get(id);
      if (order == null) {
        lose(id, List.of("Redis does not know it"));
      } else {
        examine(order, found.getOrDefault(id, List.of()));
      }
    }
  }

  private void examine(OrderRecord order, List<Task> found) {
    tasks += found.size();
    lookForReruns(order, found);
    List<String> wrong = new ArrayList<>();
    Set<String> missing = new HashSet<>(TASKS);
    for (Task task : found) {
      missing.remove(task.id().name());
      wrongWith(order, task).ifPresent(what -> wrong.add(task.id() + ": " + what));
    }
    missing.forEach(name -> wrong.add("there is no " + order.id() + "-" + name));
    if (!wrong.isEmpty()) {
      lose(order.id(), wrong);
    }
  }

  /** The timeline is read only where there is something to find in it. */
  private void lookForReruns(OrderRecord order, List<Task> found) {
    if (found.stream().anyMatch(task -> task.attempts().deliveries() > 1)) {
      inspector.trail(order.id()).stream()
          .collect(Collectors.groupingBy(PastAttempt::task))
          .values()
          .forEach(reruns::look);
    }
  }

  private Optional<String> wrongWith(OrderRecord order, Task task) {
    if (task.state() == TaskState.SUCCESS) {
      return effects.missing(order, task);
    }
    return Optional.of(task.state() + (task.error() == null ? "" : ", " + task.error()));
  }

  private void lose(long order, List<String> wrong) {
    lost++;
    losses.add("order " + order + ": " + String.join("; ", wrong));
  }

  /** How many tasks the orders have. */
  long tasks() {
    return tasks;
  }

  /** What is wrong with an order, a line each. */
  List<String> losses() {
    return losses;
  }

  /** The cost, after all orders were examined. */
  Toll toll() {
    Map<String, Long> counts = inspector.counts();
    return new Toll(
        lost,
        Math.max(0, counts.getOrDefault("accepted", 0L) - ordersMade),
        reruns.executedAgain(),
        effects.doubledEmails(),
        effects.repeatedEmails(),
        effects.doubledShipments(),
        effects.repeatedShipments(),
        counts.getOrDefault("stale", 0L));
  }
}
