package dev.orders.queue;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a worker changes: takes tasks, keeps their leases, settles them. Thread-safe unless a method
 * says otherwise.
 */
public interface Broker {

  /**
   * Takes up to {@code want} tasks under a lease, and on the way returns expired leases to their
   * queues and promotes what is due. A repeated call after an unknown outcome yields the same
   * deliveries. One call at a time a worker.
   *
   * @param worker the worker's id; nobody else has it, nor had it before
   * @param queues which queues, in the order in which they are asked: for an equal share each, then
   *     for what others left
   * @param want how many at most; 0 only recovers and promotes
   * @param lease how long the worker may be silent
   */
  Fetched fetch(String worker, List<String> queues, int want, Duration lease);

  /**
   * What a fetch brought.
   *
   * @param deliveries the tasks taken, oldest first
   * @param nextDue how long until the next delayed task is due; at most an hour
   * @param damaged keys of the wrong type, whose queues were passed over for that
   */
  record Fetched(List<Delivery> deliveries, Duration nextDue, List<String> damaged) {

    /** From sound queues only. */
    public Fetched(List<Delivery> deliveries, Duration nextDue) {
      this(deliveries, nextDue, List.of());
    }
  }

  /**
   * As {@link #fetch}, once there may be work in one of the queues. Losing a wake-up costs latency,
   * never a task. An interrupt ends the wait: then it brings what it had taken by that time.
   *
   * @param atMost how long to wait; capped at a second
   * @return null when it has only waited, taken nothing, and a fetch is to follow: what takes tasks
   *     must not be interrupted
   */
  @Nullable Fetched awaitWork(
      String worker, List<String> queues, int want, Duration lease, Duration atMost);

  /**
   * Brings what fetches have taken whose answers are lost, and takes nothing more, now or later;
   * asks nobody where every answer has come. For a worker that will not fetch any more.
   *
   * @param queues as the last fetch had them
   * @return what came of those that could be asked; to be called again until nothing comes
   */
  List<Delivery> recall(String worker, List<String> queues, Duration lease);

  /**
   * Settles attempts, several at once; answers each in the same order. Safe to repeat.
   *
   * @param worker who fetched them; STALE for what another one holds by now
   */
  List<Settlement.Verdict> settle(String worker, List<Settlement> settlements);

  /**
   * Writes progress, 0 to 100 a task, and what handlers have logged. Progress of a delivery that is
   * no longer current is ignored; its log is kept.
   *
   * @param worker who fetched them; what another one holds by now is not current
   */
  void progress(String worker, List<Report> reports);

  /**
   * How far a delivery is, and what its handler has logged since the last report.
   *
   * @param percent null when it has not changed
   * @param notes oldest first
   */
  record Report(TaskId task, long delivery, @Nullable Integer percent, List<Note> notes) {

    /** Copies the list. */
    public Report {
      notes = List.copyOf(notes);
    }

    /** How far a delivery is; nothing was logged. */
    public Report(TaskId task, long delivery, int percent) {
      this(task, delivery, percent, List.of());
    }
  }

  /** A fact that a handler has logged. */
  record Note(String fact, String value) {}

  /**
   * Remembers how far the effect of a task is: that it is done whoever holds the lease, anything
   * else for the current delivery only.
   *
   * @param worker who holds the delivery; what another one holds is not the current one
   * @return false when nothing was noted, since the delivery is not the current one, or another one
   *     has done it already
   */
  boolean mark(String worker, Lease lease, Delivery.Effect effect);

  /**
   * Tells that a worker lives, and prolongs the leases of what it holds.
   *
   * @return for each lease held, in the same order, how it stands
   */
  List<Beat> heartbeat(WorkerInfo worker, List<Lease> held, Duration lease);

  /** A delivery that a worker holds. */
  record Lease(TaskId task, long delivery) {}

  /** How a lease stands. */
  enum Beat {
    /** Prolonged. */
    OK,
    /** Taken by somebody else, or settled. */
    LOST,
    /** Prolonged, but the task was cancelled: stop it. */
    CANCELLED,
    /** Its server could not be asked; the others could. */
    UNKNOWN
  }

  /**
   * Takes the worker off the list of live workers; its id is not used again. What it still holds
   * stays under its lease.
   */
  void deregister(String worker);
}
