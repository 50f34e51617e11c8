package dev.orders.queue;

/** What an audit checks. */
public enum Check {
  /** Everything is in its place. */
  PLACES(1, "each unfinished task is in exactly one place, and its state says the same"),
  /** No strangers in the queues. */
  ENTRIES(2, "each id in a queue is a task of that queue, and stands there once"),
  /** Orders know how much is left. */
  OPEN_COUNTS(3, "each order counts its open tasks right"),
  /** All the work and no other. */
  TASKS(4, "each order has exactly its tasks, and those that are finished lie nowhere"),
  /** The order itself. */
  BODIES(5, "each order has its body, and that matches its fingerprint"),
  /** Nothing is accepted twice. */
  IDEMPOTENCY(6, "idempotency keys and orders name each other"),
  /** Attempts. */
  COUNTS(7, "deliveries ≥ failures + crashes, and counts are whole"),
  /** Nothing vanishes before its time. */
  KEEPING(8, "only beats and answers expire, and exactly the finished orders are closed"),
  /** Nothing is left lying. */
  TIMES(9, "leases are within bounds, and what is due is not left lying while workers live"),
  /** Nothing is broken. */
  SOUNDNESS(10, "the quarantine is empty, and every record, state and key is sound"),
  /** Nothing is lost. */
  CONSERVATION(11, "accepted = open + closed + purged, no id is missing, task counters add up"),
  /** Nothing is astray. */
  PARTITIONS(12, "every key belongs to its partition and to this schema"),
  /** The world outside agrees. */
  FILES(13, "files and sent markers belong to finished tasks, and the other way round");

  private final int number;
  private final String rule;

  Check(int number, String rule) {
    this.number = number;
    this.rule = rule;
  }

  /** 1 to 13. */
  public int number() {
    return number;
  }

  /** What must hold, in a sentence without a period. */
  public String rule() {
    return rule;
  }
}
