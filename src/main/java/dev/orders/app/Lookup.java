package dev.orders.app;

import dev.orders.order.Order;
import dev.orders.order.OrderJson;
import dev.orders.order.ShippingAddress;
import dev.orders.queue.Inspector;
import dev.orders.queue.LogEntry;
import dev.orders.queue.Task;
import dev.orders.queue.TaskId;
import dev.orders.queue.TaskState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what was asked for, with everything its readers want; what was never issued is a NOT_FOUND
 * problem.
 */
public final class Lookup {

  private final Inspector inspector;
  private final Snapshots snapshots;

  /** Looks things up through this inspector. */
  public Lookup(Inspector inspector) {
    this.inspector = inspector;
    this.snapshots = new Snapshots(inspector);
  }

  /** Where an order or a task stands now. */
  public Standing standing(Target target) {
    TaskId task = target.task();
    if (task != null) {
      return new Standing(null, List.of(view(task(task))));
    }
    Snapshot snapshot = snapshot(target.orderId());
    return new Standing(snapshot.order(), views(snapshot));
  }

  /** What the handler of a task, or of all an order's tasks, has logged, oldest first. */
  public List<LogEntry> log(Target target) {
    return standing(target).tasks().stream()
        .flatMap(view -> inspector.log(view.task().id()).stream())
        .sorted(Comparator.comparing(LogEntry::at))
        .toList();
  }

  /** An order with everything that is known of it. */
  public OrderView order(long id) {
    Snapshot snapshot = snapshot(id);
    String body = inspector.body(id).orElseThrow(new Target(id, null)::unknown);
    return view(snapshot, body);
  }

  /** Several orders in a few round trips; one that is unknown is left out. */
  public List<OrderView> orders(List<Long> ids) {
    Map<Long, String> bodies = inspector.bodies(ids);
    List<OrderView> views = new ArrayList<>();
    for (Snapshot snapshot : snapshots.of(ids)) {
      String body = bodies.get(snapshot.order().id());
      if (body != null) {
        views.add(view(snapshot, body));
      }
    }
    return views;
  }

  private static OrderView view(Snapshot snapshot, String body) {
    Order order = OrderJson.parse(body);
    List<TaskView> tasks =
        snapshot.tasks().stream().map(task -> view(task, order.shippingAddress())).toList();
    return new OrderView(snapshot.order(), body, order, tasks);
  }

  private static TaskView view(Task task, @Nullable ShippingAddress address) {
    return new TaskView(task, isShipment(task) ? address : null);
  }

  private static boolean isShipment(Task task) {
    return task.state() == TaskState.SUCCESS && task.id().name().equals("shipping");
  }

  private List<TaskView> views(Snapshot snapshot) {
    return snapshot.tasks().stream().map(this::view).toList();
  }

  private Snapshot snapshot(long id) {
    Optional<Snapshot> snapshot = snapshots.of(List.of(id)).stream().findFirst();
    if (snapshot.isEmpty()) {
      inspector.order(id);
      throw new Target(id, null).unknown();
    }
    snapshot.ifPresent(this::demandAll);
    return snapshot.get();
  }

  /** Raises what is wrong with a record that was passed over because it cannot be read. */
  private void demandAll(Snapshot snapshot) {
    List<TaskId> read = snapshot.tasks().stream().map(Task::id).toList();
    snapshot.order().tasks().stream().filter(id -> !read.contains(id)).forEach(inspector::task);
  }

  private Task task(TaskId id) {
    return inspector.task(id).orElseThrow(() -> new Target(id.orderId(), id).unknown());
  }

  /** The task as its readers want it. */
  public TaskView view(Task task) {
    return view(task, isShipment(task) ? address(task.id().orderId()) : null);
  }

  private @Nullable ShippingAddress address(long orderId) {
    return inspector
        .body(orderId)
        .map(body -> OrderJson.parse(body).shippingAddress())
        .orElse(null);
  }
}
