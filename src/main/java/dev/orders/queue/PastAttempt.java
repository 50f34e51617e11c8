package dev.orders.queue;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attempt at a task that is over, as the order's timeline keeps it.
 *
 * @param task the task
 * @param delivery which delivery of it
 * @param enqueued when the task was put into its queue for this attempt
 * @param started when the worker took it; null when no worker ever did
 * @param ended when it was over, or was found to be
 * @param worker who had it; empty when no worker ever did
 * @param outcome how it ended
 * @param delay how long until the next attempt; zero unless it is RETRY
 * @param why what went wrong; empty when nothing did
 */
public record PastAttempt(
    TaskId task,
    long delivery,
    Instant enqueued,
    @Nullable Instant started,
    Instant ended,
    String worker,
    Outcome outcome,
    Duration delay,
    String why) {

  /** How an attempt can end. */
  public enum Outcome {
    /** Done. */
    SUCCESS,
    /** Failed, and to be tried again. */
    RETRY,
    /** Failed for good. */
    FAILURE,
    /** Given back untried. */
    RELEASED,
    /** Cancelled. */
    REVOKED,
    /** Its worker fell silent. */
    LOST
  }
}
