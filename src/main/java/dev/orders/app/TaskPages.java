package dev.orders.app;

import dev.orders.queue.Inspector;
import dev.orders.queue.Inspector.Place;
import dev.orders.queue.QueueStats;
import dev.orders.queue.Task;
import java.util.ArrayList;
import java.util.List;

/** Leafs through the tasks that lie somewhere: in a queue, in workers' hands, delayed or dead. */
public final class TaskPages {

  private final Inspector inspector;

  TaskPages(Inspector inspector) {
    this.inspector = inspector;
  }

  /**
   * Which tasks are wanted.
   *
   * @param place where they lie
   * @param queues of which queues
   * @param offset how many are left out, queue after queue, next to run first
   * @param limit how many at most
   */
  public record Wish(Place place, List<String> queues, int offset, int limit) {}

  /**
   * Some tasks.
   *
   * @param total how many there are on all pages
   */
  public record Page(List<TaskView> tasks, long total) {}

  /** The tasks that are wanted; they may move while they are read. */
  public Page page(Wish wish) {
    List<TaskView> found = new ArrayList<>();
    long total = 0;
    for (String queue : wish.queues()) {
      int skipped = (int) Math.max(0, wish.offset() - total);
      total += size(inspector.queue(queue), wish.place());
      int wanted = wish.limit() - found.size();
      if (wanted > 0 && total > wish.offset()) {
        List<Task> tasks = inspector.list(queue, wish.place(), skipped, wanted);
        tasks.forEach(task -> found.add(new TaskView(task, null)));
      }
    }
    return new Page(found, total);
  }

  private static long size(QueueStats queue, Place place) {
    return switch (place) {
      case PENDING -> queue.pending();
      case LEASED -> queue.active();
      case DELAYED -> queue.delayed();
      case DEAD -> queue.dead();
    };
  }
}
