package dev.orders.http;

import dev.orders.order.Fault;
import dev.orders.order.Order;
import dev.orders.order.OrderReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads a document that must hold exactly one order. */
final class OneOrder implements OrderReader.Sink {

  private static final String SOURCE = "request";

  private final List<Order> orders = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();

  private OneOrder() {}

  /** The order; a {@link HttpProblem} with every fault when there is none, or more than one. */
  static Order read(InputStream document) throws IOException {
    OneOrder one = new OneOrder();
    OrderReader.Shape shape = OrderReader.read(document, SOURCE, one);
    if (one.faults.isEmpty() && (shape != OrderReader.Shape.OBJECT || one.orders.size() != 1)) {
      one.faults.add(
          new Fault(SOURCE, 1, "", "must be one order; send several as application/x-ndjson"));
    }
    if (!one.faults.isEmpty()) {
      throw OrderProblems.problem(one.faults);
    }
    return one.orders.get(0);
  }

  @Override
  public void order(long line, int nth, Order order) {
    orders.add(order);
  }

  @Override
  public void fault(Fault fault) {
    faults.add(fault);
  }

  @Override
  public void warning(Fault warning) {
    // What is left out does no harm, and the answer has no place for it.
  }
}
