package dev.orders.app;

import dev.orders.queue.OrderRecord;
import dev.orders.queue.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The story of an order on one time axis: what became of each of its tasks, attempt by attempt.
 *
 * @param order the order
 * @param until the axis' end: now while anything may still happen by itself or somebody has to
 *     decide, else when the last task ended
 * @param lanes a task each, in the order of their creation
 */
public record Timeline(OrderRecord order, Instant until, List<Lane> lanes) {

  /** Copies the list. */
  public Timeline {
    lanes = List.copyOf(lanes);
  }

  /** The axis' start. */
  public Instant from() {
    return order.createdAt();
  }

  /** How long the story has lasted. */
  public Duration length() {
    return Duration.between(from(), until);
  }

  /**
   * A task and its turns, oldest first.
   *
   * @param task as it stands now
   * @param turns none while nothing is known, of a task whose record was damaged
   */
  public record Lane(Task task, List<Turn> turns) {

    /** Copies the list. */
    public Lane {
      turns = List.copyOf(turns);
    }
  }

  /**
   * One attempt at a task, from the moment it lies in its queue; the last one may be under way.
   *
   * @param delivery which delivery of the task it is, or will be; 0 when it was cancelled before
   *     any
   * @param fate what became of it
   * @param enqueued when it was put into its queue; while it is delayed, when that began
   * @param started when a worker took it; null when none has
   * @param ended when it was over; null while it is under way
   * @param worker who has or had it; empty when nobody
   * @param due when it goes into its queue, of a delayed one; else null
   * @param error what went wrong; empty when nothing did
   * @param retryDelay how long until the next attempt; zero unless it is RETRY
   */
  public record Turn(
      long delivery,
      Fate fate,
      Instant enqueued,
      @Nullable Instant started,
      @Nullable Instant ended,
      String worker,
      @Nullable Instant due,
      String error,
      Duration retryDelay) {

    /** How long it lay in its queue, up to this moment if it still does; zero while delayed. */
    public Duration waited(Instant now) {
      return fate == Fate.DELAYED ? Duration.ZERO : span(enqueued, first(started, ended, now));
    }

    /** How long a worker had it, up to this moment if one still does; null when none ever did. */
    public @Nullable Duration ran(Instant now) {
      return started == null ? null : span(started, first(ended, now));
    }

    private static Instant first(@Nullable Instant... moments) {
      for (Instant moment : moments) {
        if (moment != null) {
          return moment;
        }
      }
      throw new IllegalArgumentException("no moment is known");
    }

    /** The clock of a server that took over may be behind: then it is nothing. */
    private static Duration span(Instant from, Instant to) {
      return to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
    }
  }

  /** What became of a turn. */
  public enum Fate {
    /** Done. */
    SUCCESS,
    /** Failed, and to be tried again. */
    RETRY,
    /** Failed for good, until somebody retries it by hand. */
    FAILURE,
    /** Given back untried. */
    RELEASED,
    /** Cancelled. */
    REVOKED,
    /** Its worker fell silent. */
    LOST,
    /** It is not due yet. */
    DELAYED,
    /** It lies in its queue. */
    WAITING,
    /** A worker has it. */
    RUNNING;

    /** True when it is not over. */
    public boolean isUnderWay() {
      return this == DELAYED || this == WAITING || this == RUNNING;
    }
  }
}
