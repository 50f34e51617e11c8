package dev.orders.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an operator changes by hand. Every call is safe to repeat after an unknown outcome.
 * Thread-safe.
 */
public interface Operations {

  /** Cancels one task: out of its queue, or, where it runs, told to stop. */
  Change cancel(TaskId task);

  /**
   * Cancels an order: its status becomes cancelled and every open task is cancelled. CONFLICT (with
   * the status as {@code state}) when it is shipped, delivered or cancelled already.
   *
   * @return the order's verdict first (with {@code task} null), then one change for each open task
   */
  List<Change> cancelOrder(long orderId);

  /** Puts a dead task back into its queue with its counts reset; CONFLICT in any other state. */
  Change retry(TaskId task);

  /**
   * Puts dead tasks of a queue back, oldest first.
   *
   * @param atMost how many at most; at most 200 a call
   * @return those that were put back
   */
  List<TaskId> retryDead(String queue, int atMost);

  /**
   * Enqueues a task that sets an order's status.
   *
   * @param type the queue for it; the task's name gets a number
   * @return CONFLICT with the present status as {@code state} when the life cycle forbids the step
   */
  Change update(long orderId, String status, TaskType type);

  /** Stops deliveries from a queue; true when it was not paused before. */
  boolean pause(String queue);

  /** Lets deliveries go on; true when it was paused. */
  boolean resume(String queue);

  /**
   * What became of a request.
   *
   * @param verdict the answer
   * @param task the task it is about; null when it is the order itself, or when the order is
   *     unknown
   * @param state the task's state (or the order's status) afterwards; empty when unknown
   */
  record Change(Verdict verdict, @Nullable TaskId task, String state) {}

  /** The answers an operator can get. */
  enum Verdict {
    /** Done. */
    OK,
    /** The task runs: its worker has been told to stop it. */
    FLAGGED,
    /** The present state does not allow it; nothing was changed. */
    CONFLICT,
    /** No such task or order. */
    UNKNOWN
  }
}
