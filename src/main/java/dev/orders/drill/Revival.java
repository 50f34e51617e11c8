package dev.orders.drill;

import dev.orders.app.TaskTypes;
import dev.orders.queue.BrokerException;
import dev.orders.queue.Inspector;
import dev.orders.queue.Inspector.Place;
import dev.orders.queue.Operations;
import dev.orders.queue.Operations.Verdict;
import dev.orders.queue.Task;

/**
 * Puts back what was taken for poison: a task under which five workers were killed is dead until
 * somebody retries it. In a drill they were killed by chance, and a person would do just that. What
 * failed in another way stays dead. Used by one thread.
 */
final class Revival {

  private static final int SOME = 100;
  private static final String POISON = "poison";

  private final Inspector inspector;
  private final Operations operations;
  private long revived;

  Revival(Inspector inspector, Operations operations) {
    this.inspector = inspector;
    this.operations = operations;
  }

  /** Retries what is dead as poison; while Redis is away, nothing. */
  void revive() {
    try {
      TaskTypes.queues().forEach(this::revive);
    } catch (BrokerException e) {
      // The next time will do.
    }
  }

  private void revive(String queue) {
    for (Task task : inspector.list(queue, Place.DEAD, SOME)) {
      boolean isPoison = task.error() != null && task.error().startsWith(POISON);
      if (isPoison && operations.retry(task.id()).verdict() == Verdict.OK) {
        revived++;
      }
    }
  }

  /** How many tasks were put back. */
  long revived() {
    return revived;
  }
}
