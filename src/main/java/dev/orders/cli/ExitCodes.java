package dev.orders.cli;

import java.util.List;

/** What a command's exit code means; scripts rely on it. */
final class ExitCodes {

  /** Done; also a worker that ended gracefully, and a closed pipe. */
  static final int OK = 0;

  /** The work failed: a task waited for ended in FAILURE or REVOKED. */
  static final int FAILED = 1;

  /** Unknown command, option or value. */
  static final int USAGE = 2;

  /** Invalid or unreadable input. */
  static final int INPUT = 3;

  /** No such order, task or queue. */
  static final int NOT_FOUND = 4;

  /** Timed out waiting. */
  static final int TIMED_OUT = 5;

  /** Redis cannot be reached or refused the write. */
  static final int REDIS = 6;

  /** The present state does not allow it, or an idempotency key was used for a different order. */
  static final int CONFLICT = 7;

  /** A check found something: audit, assert, doctor, drill. */
  static final int CHECK_FAILED = 8;

  /** Disk full, no permission, port taken. */
  static final int LOCAL = 9;

  /** A bug in orders. */
  static final int BUG = 70;

  /** Interrupted (SIGINT). */
  static final int INTERRUPTED = 130;

  /** Terminated (SIGTERM). */
  static final int TERMINATED = 143;

  private static final List<Integer> GRAVEST_FIRST =
      List.of(BUG, REDIS, LOCAL, CONFLICT, INPUT, FAILED, TIMED_OUT);

  private ExitCodes() {}

  /**
   * The graver of two codes. One that the contract does not rank gives way to one that it does, and
   * 0 to any.
   */
  static int graver(int one, int other) {
    return rank(one) <= rank(other) ? one : other;
  }

  private static int rank(int code) {
    int rank = GRAVEST_FIRST.indexOf(code);
    if (rank >= 0) {
      return rank;
    }
    return code == OK ? GRAVEST_FIRST.size() + 1 : GRAVEST_FIRST.size();
  }
}
