package dev.orders.app;

import dev.orders.queue.Inspector;
import dev.orders.queue.OrderRecord;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/**
 * Finds every order of a Redis with one partition, whose ids are 1, 2, 3, …, such as the bundled
 * server.
 */
public final class Census {

  private static final int BATCH = 200;

  private final Inspector inspector;

  /** Counts through this inspector. */
  public Census(Inspector inspector) {
    this.inspector = inspector;
  }

  /** Tells each order's id, in order; ends where a whole batch of ids is unknown. */
  public void forEach(LongConsumer found) {
    List<OrderRecord> batch;
    long first = 1;
    do {
      batch = inspector.orders(LongStream.range(first, first + BATCH).boxed().toList());
      batch.forEach(order -> found.accept(order.id()));
      first += BATCH;
    } while (!batch.isEmpty());
  }
}
