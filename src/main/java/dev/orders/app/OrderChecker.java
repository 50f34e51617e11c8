package dev.orders.app;

import dev.orders.order.Fault;
import dev.orders.order.Order;
import dev.orders.order.OrderReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the whole input without sending anything, and keeps what it finds: the first faults, and
 * how many in all.
 */
final class OrderChecker implements OrderReader.Sink {

  private static final int KEPT = 1_000;

  private final List<Fault> faults = new ArrayList<>();
  private final List<Fault> warnings = new ArrayList<>();
  private long orders;
  private long faultCount;
  private long warningCount;

  /** Reads every source to its end. */
  CheckReport check(OrderSources sources) {
    boolean isSingle = sources.size() == 1;
    for (OrderSource source : sources) {
      isSingle &= read(source, this) == OrderReader.Shape.OBJECT;
    }
    return new CheckReport(orders, isSingle, faults, faultCount, warnings, warningCount);
  }

  /** Reads one source to its end. */
  static OrderReader.Shape read(OrderSource source, OrderReader.Sink sink) {
    try {
      return OrderReader.read(source.rewound(), source.name(), sink);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void order(long line, int nth, Order order) {
    orders++;
  }

  @Override
  public void fault(Fault fault) {
    faultCount++;
    if (faults.size() < KEPT) {
      faults.add(fault);
    }
  }

  @Override
  public void warning(Fault warning) {
    warningCount++;
    if (warnings.size() < KEPT) {
      warnings.add(warning);
    }
  }
}
