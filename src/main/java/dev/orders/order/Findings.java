package dev.orders.order;

/**
 * Passes on what is found in one source and remembers whether the order in hand is still without a
 * fault.
 */
final class Findings {

  private final String source;
  private final OrderReader.Sink sink;
  private boolean clean = true;

  Findings(String source, OrderReader.Sink sink) {
    this.source = source;
    this.sink = sink;
  }

  /** Starts the next order with a clean sheet. */
  void nextOrder() {
    clean = true;
  }

  /** True when the order in hand has no fault so far. */
  boolean clean() {
    return clean;
  }

  void fault(long line, String path, String message) {
    clean = false;
    sink.fault(new Fault(source, line, path, message));
  }

  void warning(long line, String path, String message) {
    sink.warning(new Fault(source, line, path, message));
  }

  void order(long line, int nth, Order order) {
    sink.order(line, nth, order);
  }
}
