package dev.orders.queue;

import java.time.Duration;

/**
 * How one delivery ended.
 *
 * @param task the task
 * @param delivery the delivery's number; a late one is refused
 * @param outcome how it ended
 */
public record Settlement(TaskId task, long delivery, Outcome outcome) {

  /** How a delivery can end. */
  public sealed interface Outcome permits Succeeded, Failed, Retried, Released, Revoked {}

  /** The handler did its work. */
  public record Succeeded(TaskResult result) implements Outcome {}

  /** The handler failed for good: the task goes to the dead. */
  public record Failed(String error) implements Outcome {}

  /** The handler failed and the task is to be tried again after {@code delay}. */
  public record Retried(String error, Duration delay) implements Outcome {}

  /** The worker gives the task back untried: to the front of its queue, without a penalty. */
  public record Released() implements Outcome {}

  /** The task was cancelled while it ran, and its handler has stopped. */
  public record Revoked() implements Outcome {}

  /** What Redis says to a settlement. */
  public enum Verdict {
    /** Done now. */
    OK,
    /** A success that could not be written down: the task is among the dead, with the reason. */
    BURIED,
    /** The task had been cancelled: what had failed or was given back is REVOKED, and over. */
    REVOKED,
    /** Had been done by an earlier, identical call. */
    DUPLICATE,
    /** The delivery is no longer the current one; nothing was changed. */
    STALE,
    /** The task does not exist any more. */
    GONE
  }
}
