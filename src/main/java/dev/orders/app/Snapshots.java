package dev.orders.app;

import dev.orders.queue.Inspector;
import dev.orders.queue.OrderRecord;
import dev.orders.queue.Task;
import dev.orders.queue.TaskId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes snapshots of orders such that none seems to have ended while it goes on. A record is read
 * before the tasks that it names, and in between a shipment may succeed and bring its notice: then
 * all tasks that were read are final, and one was not read. So the record of an order that seems to
 * have ended is read again, and must still name the same.
 */
final class Snapshots {

  private final Function<List<Long>, List<OrderRecord>> orders;
  private final Function<List<TaskId>, List<Task>> tasks;

  Snapshots(Inspector inspector) {
    this(inspector::orders, inspector::tasks);
  }

  /** Reads records and tasks with these. */
  Snapshots(
      Function<List<Long>, List<OrderRecord>> orders, Function<List<TaskId>, List<Task>> tasks) {
    this.orders = orders;
    this.tasks = tasks;
  }

  /** Snapshots of these orders, in the same order; unknown ones are left out. */
  List<Snapshot> of(List<Long> orderIds) {
    List<Snapshot> snapshots = new ArrayList<>(take(orders.apply(orderIds)));
    List<Long> seemDone =
        snapshots.stream().filter(Snapshot::hasEnded).map(s -> s.order().id()).toList();
    Map<Long, OrderRecord> later =
        orders.apply(seemDone).stream()
            .collect(Collectors.toMap(OrderRecord::id, order -> order, (a, b) -> a));
    snapshots.replaceAll(snapshot -> isOutdated(snapshot, later) ? retake(snapshot) : snapshot);
    return snapshots;
  }

  private static boolean isOutdated(Snapshot snapshot, Map<Long, OrderRecord> later) {
    OrderRecord again = later.get(snapshot.order().id());
    return again != null && !again.tasks().equals(snapshot.order().tasks());
  }

  private Snapshot retake(Snapshot snapshot) {
    return of(List.of(snapshot.order().id())).stream().findFirst().orElse(snapshot);
  }

  private List<Snapshot> take(List<OrderRecord> records) {
    List<TaskId> ids =
        records.stream().flatMap(order -> order.tasks().stream()).distinct().toList();
    Map<TaskId, Task> byId =
        tasks.apply(ids).stream().collect(Collectors.toMap(Task::id, task -> task));
    return records.stream()
        .map(
            order ->
                new Snapshot(
                    order,
                    order.tasks().stream().filter(byId::containsKey).map(byId::get).toList()))
        .toList();
  }
}
