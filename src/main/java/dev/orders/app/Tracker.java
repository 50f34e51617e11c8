package dev.orders.app;

import dev.orders.queue.Inspector;
import dev.orders.queue.Task;
import dev.orders.queue.TaskId;
import dev.orders.queue.TaskState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Follows any number of orders and tasks to their end, a batch at a time. Of what is open it keeps
 * only the id; of what has ended, sums. An order has ended when all tasks that it has by then have.
 * What is deleted meanwhile has ended, too.
 */
public final class Tracker {

  private static final int BATCH = 200;
  private static final int KEPT_FAILURES = 1_000;

  private final Inspector inspector;
  private final Snapshots snapshots;
  private final Deque<Target> open = new ArrayDeque<>();
  private final List<Task> failures = new ArrayList<>();
  private final Map<String, Tally> ended = new TreeMap<>();
  private Map<String, Tally> latest = new TreeMap<>();

  /** Follows nothing yet. */
  public Tracker(Inspector inspector) {
    this.inspector = inspector;
    this.snapshots = new Snapshots(inspector);
  }

  /** Follows this, too. */
  public void add(Target target) {
    open.add(target);
  }

  /** Looks once at everything that had not ended. */
  public void look() {
    Map<String, Tally> stillOpen = new TreeMap<>();
    for (int left = open.size(); left > 0; left -= BATCH) {
      lookAt(next(Math.min(left, BATCH)), stillOpen);
    }
    ended.forEach((queue, tally) -> stillOpen.merge(queue, tally, Tally::plus));
    latest = stillOpen;
  }

  /** True when nothing is open any more. */
  public boolean hasEnded() {
    return open.isEmpty();
  }

  /** How many orders and tasks are still followed. */
  public int open() {
    return open.size();
  }

  /** What the last look saw, by queue. */
  public Map<String, Tally> tallies() {
    return Map.copyOf(latest);
  }

  /** All queues together. */
  public Tally total() {
    return latest.values().stream().reduce(Tally.NONE, Tally::plus);
  }

  /** The first thousand tasks that ended in FAILURE or REVOKED. */
  public List<Task> failures() {
    return List.copyOf(failures);
  }

  private List<Target> next(int count) {
    List<Target> targets = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      targets.add(open.remove());
    }
    return targets;
  }

  private void lookAt(List<Target> targets, Map<String, Tally> stillOpen) {
    Map<Target, List<Task>> tasks = tasks(targets);
    for (Target target : targets) {
      List<Task> own = tasks.getOrDefault(target, List.of());
      boolean hasEnded = own.stream().allMatch(task -> task.state().isFinal());
      own.forEach(
          task -> (hasEnded ? ended : stillOpen).merge(task.queue(), Tally.of(task), Tally::plus));
      if (hasEnded) {
        own.forEach(this::keepFailure);
      } else {
        open.add(target);
      }
    }
  }

  private void keepFailure(Task task) {
    if (task.state() != TaskState.SUCCESS && failures.size() < KEPT_FAILURES) {
      failures.add(task);
    }
  }

  private Map<Target, List<Task>> tasks(List<Target> targets) {
    List<Long> orders =
        targets.stream().filter(target -> target.task() == null).map(Target::orderId).toList();
    List<TaskId> single = targets.stream().map(Target::task).filter(Objects::nonNull).toList();
    Map<Target, List<Task>> tasks = new HashMap<>();
    snapshots
        .of(orders)
        .forEach(order -> tasks.put(new Target(order.order().id(), null), order.tasks()));
    inspector
        .tasks(single)
        .forEach(task -> tasks.put(new Target(task.id().orderId(), task.id()), List.of(task)));
    return tasks;
  }
}
