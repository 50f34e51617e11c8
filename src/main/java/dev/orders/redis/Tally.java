package dev.orders.redis;

import java.util.ArrayList;
import java.util.List;

/**
 * Counts what is there and holds it against the counters before and after. While nothing changes
 * the sums must be equal; where scripts ran meanwhile, they may differ by what those have counted.
 */
final class Tally {

  private long orders;
  private long closed;
  private long tasks;
  private long ended;
  private long dead;
  private boolean areTasksKnown = true;
  private boolean areStatesKnown = true;

  /**
   * Counts one; an order whose tasks nobody can tell, which another check finds, spoils the sums.
   */
  void add(OrderPicture order) {
    orders++;
    if (!order.isReadable()) {
      areTasksKnown = false;
      areStatesKnown = false;
      return;
    }
    boolean isOpen = false;
    for (TaskPicture task : order.tasks()) {
      add(task);
      isOpen |= !task.hasEnded();
    }
    closed += isOpen ? 0 : 1;
  }

  private void add(TaskPicture task) {
    tasks++;
    areStatesKnown &= task.isKnownState();
    ended += task.hasEnded() ? 1 : 0;
    dead += "FAILURE".equals(task.state()) ? 1 : 0;
  }

  long orders() {
    return orders;
  }

  long tasks() {
    return tasks;
  }

  /** What does not add up, a sentence each. */
  List<String> differences(Books before, Books after) {
    List<String> wrong = new ArrayList<>();
    if (after.count("accepted") != after.last()) {
      wrong.add("%d accepted, but ids up to %d".formatted(after.count("accepted"), after.last()));
    }
    if (isOutside(before.last() - orders, before.count("purged"), after.count("purged"))) {
      wrong.add(
          "%d accepted, but %d open + %d closed + %d purged"
              .formatted(before.last(), orders - closed, closed, after.count("purged")));
    }
    if (areTasksKnown) {
      checkTasks(before, after, wrong);
    }
    if (areStatesKnown) {
      checkStates(before, after, wrong);
    }
    return wrong;
  }

  private void checkTasks(Books before, Books after, List<String> wrong) {
    long purged = after.count("purged_tasks");
    long least = before.count("tasks") - purged;
    long most = after.count("tasks") - before.count("purged_tasks");
    if (isOutside(tasks, least, most)) {
      wrong.add(
          "%d tasks made, but %d there + %d purged".formatted(after.count("tasks"), tasks, purged));
    }
  }

  private void checkStates(Books before, Books after, List<String> wrong) {
    long purged = after.count("purged_tasks");
    long most = endedIn(after) - before.count("purged_tasks");
    if (isOutside(ended, endedIn(before) - purged, most)) {
      wrong.add(
          "%d tasks done or cancelled, but %d there + %d purged"
              .formatted(endedIn(after), ended, purged));
    }
    long leastDead = before.count("dead") - raisedIn(after);
    if (isOutside(dead, leastDead, after.count("dead") - raisedIn(before))) {
      wrong.add(
          "%d tasks died and %d were retried or cancelled, but %d are dead"
              .formatted(after.count("dead"), raisedIn(after), dead));
    }
  }

  private static long endedIn(Books books) {
    return books.count("done") + books.count("cancelled");
  }

  private static long raisedIn(Books books) {
    return books.count("revived") + books.count("dead_cancelled");
  }

  private static boolean isOutside(long value, long least, long most) {
    return value < least || value > most;
  }
}
