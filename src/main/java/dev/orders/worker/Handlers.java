package dev.orders.worker;

import dev.orders.queue.Attempt;
import dev.orders.queue.PermanentFailureException;
import dev.orders.queue.TaskHandler;
import dev.orders.queue.TaskResult;
import java.util.Map;
import java.util.Objects;

/**
 * Finds the handler of a task by the task's name; {@code status-2} is carried out by {@code
 * status}.
 */
record Handlers(Map<String, TaskHandler> byName) {

  Handlers {
    byName = Map.copyOf(byName);
  }

  /** Runs the handler; a task that none is for has failed for good. */
  TaskResult handle(Attempt attempt) throws Exception {
    String name = withoutNumber(attempt.delivery().id().name());
    TaskHandler handler = byName.get(name);
    if (handler == null) {
      throw new PermanentFailureException("this worker has no handler for " + name + " tasks");
    }
    return Objects.requireNonNull(handler.handle(attempt), "the handler returned nothing");
  }

  /** A task's name has no hyphen but the one before its number. */
  private static String withoutNumber(String name) {
    int hyphen = name.indexOf('-');
    return hyphen < 0 ? name : name.substring(0, hyphen);
  }
}
