package dev.orders.shipping;

import dev.orders.order.OrderStatus;
import dev.orders.queue.Attempt;
import dev.orders.queue.PermanentFailureException;
import dev.orders.queue.TaskHandler;
import dev.orders.queue.TaskResult;
import dev.orders.queue.TaskResult.OrderChange;
import dev.orders.queue.TaskType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sets an order's status to the word that the task was created with. Whether the order's life cycle
 * allows the step is decided where it is written, in the settlement, against the status of that
 * moment.
 */
public final class StatusHandler implements TaskHandler {

  /**
   * The tasks it does; each update of an order gets a number of its own, as in {@code status-2}.
   */
  public static final TaskType TYPE = new TaskType("status", "shipping");

  @Override
  public TaskResult handle(Attempt attempt) throws PermanentFailureException {
    attempt.progress(0);
    String status = statusIn(attempt.delivery().argument()).word();
    attempt.progress(100);
    return new TaskResult(Map.of("new_status", status), new OrderChange(status, null), null);
  }

  private static OrderStatus statusIn(@Nullable String argument) throws PermanentFailureException {
    if (argument == null) {
      throw new PermanentFailureException("the task does not say which status to set");
    }
    return OrderStatus.parse(argument)
        .orElseThrow(() -> new PermanentFailureException("the task asks for an unknown status"));
  }
}
