package dev.orders.app;

import dev.orders.order.Order;
import dev.orders.queue.Receipt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends orders as they are read, one small batch at a time: while Redis takes one in, the next is
 * read. Never more than these two are in memory. What goes wrong with a batch is thrown by the next
 * call; receipts are told in their order, by a thread of its own.
 */
final class OrderSender implements OrderTaker, AutoCloseable {

  private final Supplier<OrderBatch> batches;
  private final Consumer<Receipt> accepted;
  private final List<KeyConflict> conflicts = new ArrayList<>();
  private final ExecutorService sending =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "orders-send");
            thread.setDaemon(true);
            return thread;
          });
  private OrderBatch filling;
  private CompletableFuture<Void> underWay = CompletableFuture.completedFuture(null);

  OrderSender(Supplier<OrderBatch> batches, Consumer<Receipt> accepted) {
    this.batches = batches;
    this.accepted = accepted;
    this.filling = batches.get();
  }

  @Override
  public void take(String place, Order order, @Nullable String key, Duration delay) {
    filling.add(place, order, key, delay);
    if (filling.isFull()) {
      send();
    }
  }

  @Override
  public void end() {
    send();
    awaitSent();
  }

  private void send() {
    awaitSent();
    OrderBatch full = filling;
    underWay = CompletableFuture.runAsync(() -> full.send(accepted, conflicts::add), sending);
    filling = batches.get();
  }

  private void awaitSent() {
    CompletableFuture<Void> sent = underWay;
    underWay = CompletableFuture.completedFuture(null);
    try {
      sent.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** The orders whose keys belong to others. */
  List<KeyConflict> conflicts() {
    return List.copyOf(conflicts);
  }

  /** Waits for the batch under way, so that whatever is accepted has been told. */
  @Override
  public void close() {
    underWay.exceptionally(failed -> null).join();
    sending.shutdown();
  }
}
