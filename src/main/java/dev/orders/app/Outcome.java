package dev.orders.app;

import dev.orders.queue.Operations.Change;
import dev.orders.queue.Operations.Verdict;
import dev.orders.queue.TaskId;
import org.jspecify.annotations.Nullable;

/**
 * What became of an operator's request.
 *
 * @param orderId the order it is about
 * @param task the task it is about; null when it is the order itself
 * @param action what was done: cancelled, retried, enqueued; {@code stopping} when a running task
 *     was told to stop
 * @param state the state of the task, or the status of the order, afterwards
 */
public record Outcome(long orderId, @Nullable TaskId task, String action, String state) {

  /** The action when the present state does not allow it. */
  public static final String REFUSED = "refused";

  /** Reads an answer; a {@link ProblemException} when there is no such order or task. */
  static Outcome of(Target target, Change change, String done) {
    if (change.verdict() == Verdict.UNKNOWN) {
      throw target.unknown();
    }
    String action =
        switch (change.verdict()) {
          case FLAGGED -> "stopping";
          case CONFLICT -> REFUSED;
          default -> done;
        };
    return new Outcome(target.orderId(), change.task(), action, change.state());
  }

  /** True when the present state did not allow it. */
  public boolean isRefused() {
    return action.equals(REFUSED);
  }

  /** The id of the task, or of the order when it is about that. */
  public String id() {
    return task == null ? Long.toString(orderId) : task.toString();
  }
}
