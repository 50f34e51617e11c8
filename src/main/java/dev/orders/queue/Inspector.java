package dev.orders.queue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads without changing anything. Thread-safe. */
public interface Inspector {

  /** Which queue this is. */
  Installation installation();

  /** What the server's clock says: the clock of every moment that is read here. */
  Instant now();

  /** A task; empty when no such id was ever issued, or its order has been purged. */
  Optional<Task> task(TaskId id);

  /** An order's record; empty when unknown. */
  Optional<OrderRecord> order(long orderId);

  /** Orders' records by their ids, in one round trip; an unknown id is left out. */
  List<OrderRecord> orders(List<Long> orderIds);

  /** The records of the orders that have these idempotency keys, by key; a free key is left out. */
  Map<String, OrderRecord> ordersByKey(List<String> idempotencyKeys);

  /** The tasks of an order, in the order of their creation; empty when the order is unknown. */
  List<Task> tasks(long orderId);

  /** Tasks by their ids, in one round trip; an unknown id is left out. */
  List<Task> tasks(List<TaskId> ids);

  /** Those of these tasks that have marked their effect as done ({@link Attempt#effectDone()}). */
  Set<TaskId> withEffect(List<TaskId> ids);

  /** An order's JSON as it was submitted; empty when unknown. */
  Optional<String> body(long orderId);

  /** What a task's handler has logged, oldest first; only the newest hundred facts are kept. */
  List<LogEntry> log(TaskId id);

  /** An order's past attempts, oldest first; empty when it is unknown or nothing has ended yet. */
  List<PastAttempt> trail(long orderId);

  /**
   * Orders' JSON as it was submitted, by their ids, in one round trip; an unknown id is left out.
   */
  Map<Long, String> bodies(List<Long> orderIds);

  /**
   * The newest order's id of each partition, by the partition's number. An order lies in the
   * partition that its id modulo their count names, and ids only grow. Of a partition without
   * orders it is an id that was never issued.
   */
  List<Long> newest();

  /**
   * What the scripts have counted since the installation began; what never happened is missing.
   *
   * <ul>
   *   <li>{@code accepted}, {@code purged}, {@code quarantined} …;
   *   <li>{@code tasks}, {@code done}, {@code retried}, {@code dead}, {@code cancelled}, {@code
   *       crashed}, {@code revived} … in all, and {@code done:email} of a queue;
   *   <li>{@code ran:email:250}, the attempts at that kind of task that took up to 250 ms and more
   *       than the limit before ({@code more}: than every limit), and {@code ran_ms:email}, how
   *       long all of them took together in milliseconds.
   * </ul>
   */
  Map<String, Long> counts();

  /**
   * What was counted in the last minutes, oldest first; one in which nothing happened is there,
   * too. The newest is not over yet.
   *
   * @param atMost how many; a day's minutes are kept
   */
  List<Minute> minutes(int atMost);

  /** How a queue stands; zeros when nothing was ever put into it. */
  QueueStats queue(String name);

  /** Live workers, by id. */
  List<WorkerInfo> workers();

  /**
   * Tasks of a queue by where they lie, next to run first.
   *
   * @param atMost how many at most
   */
  default List<Task> list(String queue, Place place, int atMost) {
    return list(queue, place, 0, atMost);
  }

  /**
   * As {@link #list(String, Place, int)}, without the first of them.
   *
   * @param skipped how many are left out
   */
  List<Task> list(String queue, Place place, int skipped, int atMost);

  /** Where a task lies. */
  enum Place {
    /** In the queue. */
    PENDING,
    /** Held by a worker. */
    LEASED,
    /** Waiting for its time. */
    DELAYED,
    /** Failed for good. */
    DEAD
  }

  /** Follows what happens from now on. The caller closes the feed. */
  EventFeed follow();

  /**
   * What has happened since an event, in every partition. With several partitions, whose clocks may
   * differ, a few events from just before it may be among them.
   *
   * @param atMost how many entries of a partition's stream are read at most
   */
  EventFeed.History history(EventFeed.Position after, int atMost);

  /**
   * What about the store can cost orders, in sentences for its operator; empty when all is well, or
   * when we are not allowed to ask.
   *
   * @throws BrokerException INCOMPATIBLE when the store is too old
   */
  List<String> hazards();
}
