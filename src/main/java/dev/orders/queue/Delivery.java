package dev.orders.queue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One handing over of a task to a worker: everything its handler needs, read in the same script
 * that took the lease.
 *
 * @param id the task
 * @param queue the queue it came through
 * @param number counts the deliveries of this task from 1; fences every later word about this one
 * @param failures how often the task has failed before
 * @param effect what earlier deliveries have told of their effect
 * @param argument what the task was created with, such as the status to set; null for most tasks
 * @param order the order it belongs to
 */
public record Delivery(
    TaskId id,
    String queue,
    long number,
    int failures,
    Effect effect,
    @Nullable String argument,
    Source order) {

  /** What is known of a task's effect on the world. */
  public enum Effect {
    /** No delivery has told of one. */
    NONE,
    /** One was about to bring it about, and nobody knows whether it did. */
    BEGUN,
    /** It has happened. */
    DONE
  }

  /**
   * The order behind a task, as the queue keeps it.
   *
   * @param instance the random id of the installation, from {@code orders:meta}
   * @param createdAt when the order was accepted, millisecond precision
   * @param trackingNumber the carrier's number; null until there is one
   * @param body the order's JSON exactly as it was submitted
   */
  public record Source(
      String instance, Instant createdAt, @Nullable String trackingNumber, String body) {

    /**
     * What the body says.
     *
     * @param reader throws an IllegalArgumentException when it cannot
     * @throws PermanentFailureException when it cannot be read: no repetition mends that
     */
    public <T> T read(Function<String, T> reader) throws PermanentFailureException {
      try {
        return reader.apply(body);
      } catch (IllegalArgumentException e) {
        throw new PermanentFailureException(
            "the order's stored JSON cannot be read: " + e.getMessage(), e);
      }
    }
  }

  /**
   * A name for what this task does to the world: the same for every delivery of it, and never
   * repeated by another installation, whose ids also start at 1. {@code <task id>.<12 hex digits of
   * SHA-256(instance, created_at, body)>}.
   */
  public String effectName() {
    MessageDigest digest = sha256();
    digest.update(order.instance().getBytes(StandardCharsets.UTF_8));
    digest.update(Long.toString(order.createdAt().toEpochMilli()).getBytes(StandardCharsets.UTF_8));
    digest.update(order.body().getBytes(StandardCharsets.UTF_8));
    return id + "." + HexFormat.of().formatHex(digest.digest(), 0, 6);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
