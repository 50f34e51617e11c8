package dev.orders.redis;

import dev.orders.queue.Flaw;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What must hold within one task. */
final class TaskChecks {

  private TaskChecks() {}

  static void check(TaskPicture task, Flaws flaws) {
    if (!task.isHash()) {
      return; // missing, or a key of the wrong type: told elsewhere
    }
    if (!task.isReadable()) {
      flaws.add(Flaw.UNREADABLE, task.id());
      return;
    }
    if (!task.isKnownState()) {
      flaws.add(Flaw.UNKNOWN_STATE, task.id());
    }
    checkAttempts(task, flaws);
  }

  private static void checkAttempts(TaskPicture task, Flaws flaws) {
    OptionalLong deliveries = Books.whole(orZero(task.deliveries()));
    OptionalLong failures = Books.whole(orZero(task.failures()));
    OptionalLong crashes = Books.whole(orZero(task.crashes()));
    boolean areWhole =
        List.of(deliveries, failures, crashes).stream().allMatch(OptionalLong::isPresent);
    if (!areWhole) {
      flaws.add(Flaw.NO_COUNT, task.id());
    } else if (deliveries.orElse(0) < failures.orElse(0) + crashes.orElse(0)) {
      flaws.add(Flaw.TOO_FEW_DELIVERIES, task.id());
    }
  }

  private static String orZero(@Nullable String count) {
    return Objects.requireNonNullElse(count, "0");
  }
}
