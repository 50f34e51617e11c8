package dev.orders.queue;

import java.util.ArrayList;
import java.util.List;

/**
 * What tasks an order has, and what may become of it.
 *
 * @param first those it has from the beginning
 * @param follower one that follows later
 * @param after the name of the task whose success brings the follower, unless the order is {@code
 *     cancelledStatus}
 * @param numbered one that is made on demand, under its name and a number from 1
 * @param statuses every status that an order can have
 * @param cancelledStatus the one of a cancelled order
 */
public record OrderPlan(
    List<TaskType> first,
    TaskType follower,
    String after,
    TaskType numbered,
    List<String> statuses,
    String cancelledStatus) {

  /** Copies the lists. */
  public OrderPlan {
    first = List.copyOf(first);
    statuses = List.copyOf(statuses);
  }

  /** The names of the tasks that an order has once at most. */
  public List<String> onceNames() {
    List<String> names = new ArrayList<>(first.stream().map(TaskType::name).toList());
    names.add(follower.name());
    return names;
  }

  /** Every queue that a task can lie in. */
  public List<String> queues() {
    List<TaskType> all = new ArrayList<>(first);
    all.add(follower);
    all.add(numbered);
    return all.stream().map(TaskType::queue).distinct().toList();
  }
}
