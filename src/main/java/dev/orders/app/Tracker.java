package dev.orders.app;

import dev.orders.queue.EventFeed.Event;
import dev.orders.queue.Inspector;
import dev.orders.queue.Task;
import dev.orders.queue.TaskId;
import dev.orders.queue.TaskState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Follows any number of orders and tasks to their end, a batch at a time. Of what is open it keeps
 * the id and how many of its tasks stood where; of what has ended, sums. An order has ended when
 * all tasks that it has by then have. What is deleted meanwhile has ended, too.
 */
public final class Tracker {

  private static final int BATCH = 200;
  private static final int KEPT_FAILURES = 1_000;
  private static final Set<String> ENDS =
      Stream.of(TaskState.values())
          .filter(TaskState::isFinal)
          .map(TaskState::name)
          .collect(Collectors.toUnmodifiableSet());

  private final Inspector inspector;
  private final Snapshots snapshots;

  /** What the last look saw, by target and queue; the few different sights are shared. */
  private final Map<Target, Map<String, Tally>> open = new LinkedHashMap<>();

  private final Map<Map<String, Tally>, Map<String, Tally>> sights = new HashMap<>();
  private final Map<String, Tally> sums = new TreeMap<>();
  private final List<Task> failures = new ArrayList<>();

  /** Follows nothing yet. */
  public Tracker(Inspector inspector) {
    this.inspector = inspector;
    this.snapshots = new Snapshots(inspector);
  }

  /** Follows this, too. */
  public void add(Target target) {
    open.putIfAbsent(target, Map.of());
  }

  /** Looks once at everything that had not ended. */
  public void look() {
    lookAt(List.copyOf(open.keySet()));
  }

  /** Looks once at what these events say has changed, of what had not ended. */
  public void look(List<Event> events) {
    Set<Target> changed = new LinkedHashSet<>();
    events.stream().flatMap(Tracker::about).filter(open::containsKey).forEach(changed::add);
    lookAt(List.copyOf(changed));
  }

  /** Only an end changes what is counted. */
  private static Stream<Target> about(Event event) {
    return ENDS.contains(event.state())
        ? Stream.concat(
            Stream.of(new Target(event.orderId(), null)), Target.parse(event.task()).stream())
        : Stream.empty();
  }

  /** True when nothing is open any more. */
  public boolean hasEnded() {
    return open.isEmpty();
  }

  /** How many orders and tasks are still followed. */
  public int open() {
    return open.size();
  }

  /** What was seen last, by queue. */
  public Map<String, Tally> tallies() {
    return Map.copyOf(sums);
  }

  /** All queues together. */
  public Tally total() {
    return sums.values().stream().reduce(Tally.NONE, Tally::plus);
  }

  /** The first thousand tasks that ended in FAILURE or REVOKED. */
  public List<Task> failures() {
    return List.copyOf(failures);
  }

  private void lookAt(List<Target> targets) {
    for (int from = 0; from < targets.size(); from += BATCH) {
      List<Target> batch = targets.subList(from, Math.min(from + BATCH, targets.size()));
      Map<Target, List<Task>> tasks = tasks(batch);
      batch.forEach(target -> note(target, tasks.getOrDefault(target, List.of())));
    }
  }

  private void note(Target target, List<Task> tasks) {
    Map<String, Tally> sight = new TreeMap<>();
    tasks.forEach(task -> sight.merge(task.queue(), Tally.of(task), Tally::plus));
    open.getOrDefault(target, Map.of())
        .forEach((queue, before) -> sums.merge(queue, before, Tally::minus));
    sight.forEach((queue, now) -> sums.merge(queue, now, Tally::plus));
    if (tasks.stream().allMatch(task -> task.state().isFinal())) {
      open.remove(target);
      tasks.forEach(this::keepFailure);
    } else {
      open.put(target, sights.computeIfAbsent(sight, same -> same));
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
