package dev.orders.app;

import dev.orders.order.Order;
import dev.orders.queue.DaemonThreads;
import dev.orders.queue.Inspector;
import dev.orders.queue.Intake;
import dev.orders.queue.Lane;
import dev.orders.queue.Receipt;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends orders as they are read, in small batches: while Redis takes one in, the next is on its
 * way, and the one after that is read. Never more than these and one to be sent are in memory. What
 * goes wrong with a batch is thrown by a later call; receipts are told in their order, by a thread
 * of its own.
 */
final class OrderSender implements OrderTaker, AutoCloseable {

  private static final int UNDER_WAY = 2;

  private final Intake intake;
  private final Inspector inspector;
  private final Consumer<Receipt> accepted;
  private final List<KeyConflict> conflicts = new ArrayList<>();
  private final ExecutorService sending =
      Executors.newSingleThreadExecutor(new DaemonThreads("orders-send"));
  private final Lane lane;
  private final Deque<OrderBatch> underWay = new ArrayDeque<>();
  private OrderBatch filling;
  private CompletableFuture<Void> handedOver = CompletableFuture.completedFuture(null);

  OrderSender(Intake intake, Inspector inspector, Consumer<Receipt> accepted) {
    this.intake = intake;
    this.inspector = inspector;
    this.accepted = accepted;
    this.lane = intake.lane();
    this.filling = new OrderBatch(intake, inspector);
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
    handOver(() -> tellUntil(0));
    awaitHandedOver();
  }

  private void send() {
    OrderBatch full = filling;
    filling = new OrderBatch(intake, inspector);
    if (!full.isEmpty()) {
      handOver(() -> pass(full));
    }
  }

  private void handOver(Runnable work) {
    awaitHandedOver();
    handedOver = CompletableFuture.runAsync(work, sending);
  }

  private void awaitHandedOver() {
    CompletableFuture<Void> done = handedOver;
    handedOver = CompletableFuture.completedFuture(null);
    try {
      done.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void pass(OrderBatch full) {
    full.send(lane);
    underWay.add(full);
    tellUntil(UNDER_WAY - 1);
  }

  /**
   * Tells the answers, the oldest first. After a failure nobody asks for the rest: it was not
   * accepted, or nobody knows what became of it.
   */
  private void tellUntil(int left) {
    try {
      while (underWay.size() > left) {
        underWay.element().tell(lane.next(), accepted, conflicts::add);
        underWay.remove();
      }
    } catch (RuntimeException e) {
      underWay.clear();
      throw e;
    }
  }

  /** The orders whose keys belong to others. */
  List<KeyConflict> conflicts() {
    return List.copyOf(conflicts);
  }

  /** Waits for the batches under way, so that what was accepted has been told unless one failed. */
  @Override
  public void close() {
    handedOver
        .exceptionally(failed -> null)
        .thenRunAsync(() -> tellUntil(0), sending)
        .exceptionally(failed -> null)
        .join();
    sending.shutdown();
  }
}
