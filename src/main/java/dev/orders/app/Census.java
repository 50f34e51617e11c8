package dev.orders.app;

import dev.orders.queue.Inspector;
import java.util.Collections;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/** Finds every order there is. */
public final class Census {

  private static final int BATCH = 200;

  private final Inspector inspector;

  /** Counts through this inspector. */
  public Census(Inspector inspector) {
    this.inspector = inspector;
  }

  /** Tells each order's id, lowest first. */
  public void forEach(LongConsumer found) {
    List<Long> newest = inspector.newest();
    long last = newest.isEmpty() ? 0 : Collections.max(newest);
    for (long first = 1; first <= last; first += BATCH) {
      long end = Math.min(last + 1, first + BATCH);
      inspector
          .orders(LongStream.range(first, end).boxed().toList())
          .forEach(order -> found.accept(order.id()));
    }
  }
}
