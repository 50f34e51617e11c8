package dev.orders.app;

import dev.orders.order.Order;
import dev.orders.queue.Receipt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sends orders as they are read, one small batch at a time. */
final class OrderSender implements OrderTaker {

  private final OrderBatch batch;
  private final Consumer<Receipt> accepted;
  private final List<KeyConflict> conflicts = new ArrayList<>();

  OrderSender(OrderBatch batch, Consumer<Receipt> accepted) {
    this.batch = batch;
    this.accepted = accepted;
  }

  @Override
  public void take(String place, Order order, @Nullable String key, Duration delay) {
    batch.add(place, order, key, delay);
    if (batch.isFull()) {
      end();
    }
  }

  @Override
  public void end() {
    batch.send(accepted, conflicts::add);
  }

  /** The orders whose keys belong to others. */
  List<KeyConflict> conflicts() {
    return List.copyOf(conflicts);
  }
}
