package dev.orders.redis;

import dev.orders.queue.Flaw;
import dev.orders.queue.OrderPlan;
import dev.orders.queue.TaskType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether an order has exactly the tasks that its plan and its story give it. */
record TaskListCheck(OrderPlan plan) {

  /** More than any order has; a larger number is damage. */
  private static final long MOST_NUMBERED = 100_000;

  void check(OrderPicture order, List<TaskPicture> tasks, Flaws flaws) {
    Set<String> listed = tasks.stream().map(TaskPicture::name).collect(Collectors.toSet());
    Set<String> expected = expected(order, tasks);
    if (!order.repeated().isEmpty()) {
      flaws.add(Flaw.LISTED_TWICE, Long.toString(order.id()));
    }
    for (String name : expected) {
      if (!listed.contains(name)) {
        flaws.add(Flaw.MISSING_TASK, order.id() + "-" + name);
      }
    }
    for (TaskPicture task : tasks) {
      if (!expected.contains(task.name())) {
        flaws.add(Flaw.UNEXPECTED_TASK, task.id());
      } else if (task.isMissing()) {
        flaws.add(Flaw.MISSING_TASK, task.id());
      }
    }
  }

  private Set<String> expected(OrderPicture order, List<TaskPicture> tasks) {
    Set<String> names = new LinkedHashSet<>();
    plan.first().stream().map(TaskType::name).forEach(names::add);
    if (hasFollower(order, tasks)) {
      names.add(plan.follower().name());
    }
    long numbered = Books.whole(Objects.requireNonNullElse(order.updates(), "0")).orElse(0);
    for (long number = 1; number <= Math.min(numbered, MOST_NUMBERED); number++) {
      names.add(plan.numbered().name() + "-" + number);
    }
    return names;
  }

  /** A cancelled order may have it or not: that depends on which came first. */
  private boolean hasFollower(OrderPicture order, List<TaskPicture> tasks) {
    boolean isCancelled = plan.cancelledStatus().equals(order.status());
    return isCancelled
        ? tasks.stream().anyMatch(task -> task.name().equals(plan.follower().name()))
        : tasks.stream().anyMatch(this::bringsFollower);
  }

  private boolean bringsFollower(TaskPicture task) {
    return task.name().equals(plan.after()) && "SUCCESS".equals(task.state());
  }

  /** True for a name that some order may have. */
  boolean isPlanned(String name) {
    return plan.first().stream().anyMatch(type -> type.name().equals(name))
        || plan.follower().name().equals(name)
        || name.startsWith(plan.numbered().name() + "-");
  }
}
