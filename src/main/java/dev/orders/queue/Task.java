package dev.orders.queue;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A task as a reader sees it.
 *
 * @param id its id
 * @param queue the queue that carries it
 * @param state where it stands
 * @param progress 0 to 100
 * @param worker the worker that holds or last held it; null before the first delivery
 * @param argument what the task was created with, such as the status to set; null for most tasks
 * @param attempts how often it was delivered, failed, crashed
 * @param times when it did what
 * @param facts what its handler achieved; empty before SUCCESS
 * @param error why its last attempt failed; null when none did
 */
public record Task(
    TaskId id,
    String queue,
    TaskState state,
    int progress,
    @Nullable String worker,
    @Nullable String argument,
    Attempts attempts,
    Times times,
    Map<String, String> facts,
    @Nullable String error) {

  /** Copies the facts. */
  public Task {
    facts = Map.copyOf(facts);
  }

  /**
   * Counts since the task was created or last retried by hand (deliveries: since it was created).
   *
   * @param deliveries how often it was handed to a worker
   * @param failures how often its handler failed
   * @param crashes how often its worker vanished while its handler ran, as far as that had been
   *     told
   */
  public record Attempts(long deliveries, int failures, int crashes) {}

  /**
   * Moments in server time; null until they come.
   *
   * @param enqueued when the task was put into its queue, or back into it
   * @param started when the last delivery was taken
   * @param ended when it became SUCCESS, FAILURE or REVOKED
   * @param due when a delayed task is to run
   */
  public record Times(
      Instant enqueued,
      @Nullable Instant started,
      @Nullable Instant ended,
      @Nullable Instant due) {}
}
