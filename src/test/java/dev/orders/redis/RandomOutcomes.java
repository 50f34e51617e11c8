package dev.orders.redis;

import dev.orders.queue.Delivery;
import dev.orders.queue.Settlement.Failed;
import dev.orders.queue.Settlement.Outcome;
import dev.orders.queue.Settlement.Released;
import dev.orders.queue.Settlement.Retried;
import dev.orders.queue.Settlement.Revoked;
import dev.orders.queue.Settlement.Succeeded;
import dev.orders.queue.TaskResult;
import dev.orders.queue.TaskResult.OrderChange;
import java.time.Duration;
import java.util.Map;
import java.util.Random;

/** How handlers end in a random walk: well, more often than not. */
record RandomOutcomes(Random random) {

  /** How this delivery ends, this time it is settled. */
  Outcome of(Delivery delivery) {
    return switch (random.nextInt(9)) {
      case 0 -> new Failed("no");
      case 1 -> new Retried("later", Duration.ofMillis(random.nextInt(3)));
      case 2 -> new Released();
      case 3 -> new Revoked();
      default -> new Succeeded(result(delivery));
    };
  }

  private static TaskResult result(Delivery delivery) {
    String argument = delivery.argument();
    if (argument != null) {
      return new TaskResult(Map.of(), new OrderChange(argument, null), null);
    }
    return delivery.id().name().equals("shipping")
        ? new TaskResult(Map.of("n", "1"), new OrderChange("shipped", "TRK"), TestStore.NOTICE)
        : TaskResult.of(Map.of("n", "1"));
  }
}
