package dev.orders.order;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Everything that a reading brought, as lines to compare. */
final class Collected implements OrderReader.Sink {

  final List<Order> orders = new ArrayList<>();
  final List<Long> lines = new ArrayList<>();
  final List<String> positions = new ArrayList<>();
  final List<String> faults = new ArrayList<>();
  final List<String> warnings = new ArrayList<>();
  private OrderReader.Shape shape = OrderReader.Shape.EMPTY;

  static Collected from(String json) {
    return from(json.getBytes(StandardCharsets.UTF_8));
  }

  static Collected from(byte[] json) {
    return from(new ByteArrayInputStream(json));
  }

  static Collected from(InputStream in) {
    Collected collected = new Collected();
    try {
      collected.shape = OrderReader.read(in, "f", collected);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return collected;
  }

  OrderReader.Shape shape() {
    return shape;
  }

  @Override
  public void order(long line, int nth, Order order) {
    orders.add(order);
    lines.add(line);
    positions.add(line + ":" + nth);
  }

  @Override
  public void fault(Fault fault) {
    faults.add(fault.toString());
  }

  @Override
  public void warning(Fault warning) {
    warnings.add(warning.toString());
  }
}
