package dev.orders.app;

import dev.orders.order.Fault;
import dev.orders.order.Order;
import dev.orders.order.OrderReader;
import org.jspecify.annotations.Nullable;

/**
 * The second reading of the input, in which every good order gets its key and is handed on.
 *
 * @param isAlone true when there is only one order, so that a given key is its own
 */
record SecondReading(OrderSources sources, SubmitTerms terms, boolean isAlone) {

  /** Hands all orders to a taker. */
  void into(OrderTaker taker) {
    for (OrderSource source : sources) {
      OrderChecker.read(source, new Handing(source.name(), taker));
    }
    taker.end();
  }

  private @Nullable String key(long line, int nth, Order order) {
    return isAlone && terms.idempotencyKey() != null
        ? terms.idempotencyKey()
        : terms.keyFor(line, nth).orElse(order.idempotencyKey());
  }

  private final class Handing implements OrderReader.Sink {

    private final String source;
    private final OrderTaker taker;

    Handing(String source, OrderTaker taker) {
      this.source = source;
      this.taker = taker;
    }

    @Override
    public void order(long line, int nth, Order order) {
      taker.take(source + ":" + line, order, key(line, nth, order), terms.delay());
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
  }
}
