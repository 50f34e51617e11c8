package dev.orders.app;

import dev.orders.order.OrderStatus;
import dev.orders.queue.Operations;
import dev.orders.queue.Operations.Change;
import dev.orders.queue.TaskId;
import java.util.ArrayList;
import java.util.List;

/** What an operator does by hand, to orders, tasks and queues. */
public final class Operator {

  private static final int BATCH = 200;

  private final Operations operations;

  /** Acts through these operations. */
  public Operator(Operations operations) {
    this.operations = operations;
  }

  /** Cancels a task, or an order with all its open tasks. */
  public List<Outcome> cancel(Target target) {
    List<Change> changes =
        target.task() == null
            ? operations.cancelOrder(target.orderId())
            : List.of(operations.cancel(target.task()));
    return changes.stream().map(change -> Outcome.of(target, change, "cancelled")).toList();
  }

  /** Puts a dead task back into its queue. */
  public Outcome retry(Target target) {
    return Outcome.of(target, operations.retry(target.requireTask()), "retried");
  }

  /** Puts all dead tasks of a queue back, oldest first. */
  public List<Outcome> retryDead(String queue) {
    List<Outcome> outcomes = new ArrayList<>();
    List<TaskId> batch;
    do {
      batch = operations.retryDead(known(queue), BATCH);
      batch.forEach(task -> outcomes.add(new Outcome(task.orderId(), task, "retried", "PENDING")));
    } while (batch.size() == BATCH);
    return outcomes;
  }

  /**
   * Enqueues a task that sets an order's status; a {@link ProblemException} when its life does not
   * allow the step.
   */
  public Outcome update(Target target, OrderStatus status) {
    Change change = operations.update(target.requireOrder(), status.word(), TaskTypes.STATUS);
    if (change.verdict() == Operations.Verdict.CONFLICT) {
      throw new ProblemException(
          ProblemException.Reason.CONFLICT,
          "order %d is %s and cannot become %s; nothing was changed."
              .formatted(target.orderId(), change.state(), status.word()));
    }
    return Outcome.of(target, change, "enqueued");
  }

  /** Stops deliveries from a queue; true when it was not paused before. */
  public boolean pause(String queue) {
    return operations.pause(known(queue));
  }

  /** Lets deliveries from a queue go on; true when it was paused. */
  public boolean resume(String queue) {
    return operations.resume(known(queue));
  }

  /** The queue's name, if there is such a queue; a {@link ProblemException} if not. */
  public static String known(String queue) {
    if (!TaskTypes.queues().contains(queue)) {
      throw new ProblemException(
          ProblemException.Reason.NOT_FOUND,
          "there is no queue \"%s\"; the queues are %s."
              .formatted(queue, String.join(", ", TaskTypes.queues())));
    }
    return queue;
  }
}
