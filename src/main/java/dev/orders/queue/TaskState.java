package dev.orders.queue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Where a task stands, in Celery's words. */
public enum TaskState {
  /** Waits in its queue, or for its time. */
  PENDING,
  /** Delivered to a worker, under a lease. */
  STARTED,
  /** Its handler runs and has reported progress. */
  PROGRESS,
  /** Failed, and waits for its next attempt. */
  RETRY,
  /** Done. */
  SUCCESS,
  /** Failed for good; kept among the dead until it is retried or cancelled. */
  FAILURE,
  /** Cancelled. */
  REVOKED;

  /** The state of this name; empty when there is none. */
  public static Optional<TaskState> parse(String name) {
    return Arrays.stream(values()).filter(state -> state.name().equals(name)).findFirst();
  }

  /**
   * True when nothing more happens to the task unless somebody asks: SUCCESS, FAILURE or REVOKED.
   */
  public boolean isFinal() {
    return this == SUCCESS || this == FAILURE || this == REVOKED;
  }

  /**
   * True when the life cycle allows the step from this state to {@code next}. A leased task may go
   * back to PENDING (its worker died or gave it back) and a dead one too (an operator retried it);
   * SUCCESS and REVOKED are the end.
   */
  public boolean canBecome(TaskState next) {
    return successors().contains(next);
  }

  private Set<TaskState> successors() {
    return switch (this) {
      case PENDING -> EnumSet.of(STARTED, REVOKED);
      case STARTED, PROGRESS -> EnumSet.of(PROGRESS, PENDING, RETRY, SUCCESS, FAILURE, REVOKED);
      case RETRY -> EnumSet.of(PENDING, REVOKED);
      case FAILURE -> EnumSet.of(PENDING, REVOKED);
      case SUCCESS, REVOKED -> EnumSet.noneOf(TaskState.class);
    };
  }
}
