package dev.orders.cli;

import dev.orders.app.Services;
import dev.orders.app.Tracker;
import dev.orders.app.Waiting;
import dev.orders.queue.Task;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Waits for the end of tasks, tells what did not go well, and knows the exit code for it. */
final class Ending {

  private final Services services;
  private final Talk talk;

  Ending(Services services, Talk talk) {
    this.services = services;
    this.talk = talk;
  }

  /**
   * Returns 0 when every task succeeded, 1 when one did not, 5 when the time was up; a null timeout
   * waits for ever.
   */
  int await(Tracker tracker, @Nullable Duration timeout) {
    boolean hasEnded =
        new Waiting(services.inspector(), System::nanoTime).await(tracker, timeout, () -> true);
    tracker.failures().forEach(this::tell);
    if (!hasEnded) {
      talk.complain(
          "orders: timed out; %,d tasks have not ended.".formatted(tracker.total().open()));
    }
    int failed = tracker.failures().isEmpty() ? ExitCodes.OK : ExitCodes.FAILED;
    return ExitCodes.graver(failed, hasEnded ? ExitCodes.OK : ExitCodes.TIMED_OUT);
  }

  private void tell(Task task) {
    String error = task.error() == null ? "" : ": " + task.error();
    talk.complain("orders: %s ended in %s%s".formatted(task.id(), task.state(), error));
  }
}
