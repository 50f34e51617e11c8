package dev.orders.app;

import dev.orders.queue.Task;

/**
 * How many tasks of a queue stand where.
 *
 * @param succeeded in SUCCESS
 * @param failed in FAILURE
 * @param revoked in REVOKED
 * @param open in any other state
 */
public record Tally(long succeeded, long failed, long revoked, long open) {

  static final Tally NONE = new Tally(0, 0, 0, 0);

  /** All tasks. */
  public long total() {
    return succeeded + failed + revoked + open;
  }

  /** All tasks that have ended. */
  public long ended() {
    return total() - open;
  }

  Tally plus(Tally other) {
    return new Tally(
        succeeded + other.succeeded,
        failed + other.failed,
        revoked + other.revoked,
        open + other.open);
  }

  Tally minus(Tally other) {
    return plus(new Tally(-other.succeeded, -other.failed, -other.revoked, -other.open));
  }

  static Tally of(Task task) {
    return switch (task.state()) {
      case SUCCESS -> new Tally(1, 0, 0, 0);
      case FAILURE -> new Tally(0, 1, 0, 0);
      case REVOKED -> new Tally(0, 0, 1, 0);
      case PENDING, STARTED, PROGRESS, RETRY -> new Tally(0, 0, 0, 1);
    };
  }
}
