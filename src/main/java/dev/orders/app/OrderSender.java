package dev.orders.app;

import dev.orders.order.Fault;
import dev.orders.order.Order;
import dev.orders.order.OrderReader;
import dev.orders.queue.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the input a second time and sends it, one small batch at a time. */
final class OrderSender implements OrderReader.Sink {

  private final OrderBatch batch;
  private final SubmitTerms terms;
  private final boolean isAlone;
  private final Consumer<Receipt> accepted;
  private final List<KeyConflict> conflicts = new ArrayList<>();
  private String source = "";

  /**
   * @param isAlone true when there is only one order, so that a given key is its own
   */
  OrderSender(OrderBatch batch, SubmitTerms terms, boolean isAlone, Consumer<Receipt> accepted) {
    this.batch = batch;
    this.terms = terms;
    this.isAlone = isAlone;
    this.accepted = accepted;
  }

  /** Sends everything; the orders whose keys belong to others are returned. */
  List<KeyConflict> send(OrderSources sources) {
    for (OrderSource next : sources) {
      source = next.name();
      OrderChecker.read(next, this);
    }
    flush();
    return List.copyOf(conflicts);
  }

  @Override
  public void order(long line, int nth, Order order) {
    batch.add(source + ":" + line, order, key(line, nth, order), terms.delay());
    if (batch.isFull()) {
      flush();
    }
  }

  @Override
  public void fault(Fault fault) {
    if (!terms.partial()) {
      throw new ProblemException(
          ProblemException.Reason.INPUT,
          "the input changed while it was being submitted; what was printed has been accepted.\n"
              + fault);
    }
  }

  @Override
  public void warning(Fault warning) {
    // Told at the first reading.
  }

  private @Nullable String key(long line, int nth, Order order) {
    return isAlone && terms.idempotencyKey() != null
        ? terms.idempotencyKey()
        : terms.keyFor(line, nth).orElse(order.idempotencyKey());
  }

  private void flush() {
    batch.send(accepted, conflicts::add);
  }
}
