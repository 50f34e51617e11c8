package dev.orders.drill;

/** What a drill makes go wrong. */
public enum FaultKind {
  /** A worker is killed with SIGKILL, and another one started. */
  KILL,
  /** A worker is stopped for longer than its lease, and then goes on as if nothing had happened. */
  PAUSE,
  /** Redis is killed with SIGKILL and started again on the same data. */
  REDIS_KILL,
  /** A connection is cut in the middle of an answer. */
  CUT,
  /** Redis forgets the scripts it was sent. */
  SCRIPT_FLUSH
}
