package dev.orders.order;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a fuzzer throws bytes at. Of any input at all it holds that the reader
 *
 * <ol>
 *   <li>throws nothing, and brings an order or a fault;
 *   <li>says it in lines that are fit to print;
 *   <li>says the same however the input is cut into reads;
 *   <li>lets no order through whose stored form would read otherwise.
 * </ol>
 */
public final class OrderReaderFuzz {

  private static final int LONGEST_MESSAGE = 3_000;

  private OrderReaderFuzz() {}

  /** Called by the fuzzer; any exception is a finding. */
  public static void fuzzerTestOneInput(byte[] input) {
    Collected read = Collected.from(input);
    require(!read.orders.isEmpty() || !read.faults.isEmpty(), "an input came to nothing");
    Stream.of(read.faults, read.warnings)
        .flatMap(List::stream)
        .forEach(OrderReaderFuzz::requireFitToPrint);
    requireSame(read, Collected.from(new Drops(input)));
    read.orders.forEach(OrderReaderFuzz::requireKept);
  }

  private static void requireFitToPrint(String line) {
    require(line.length() <= LONGEST_MESSAGE, "a message of " + line.length() + " characters");
    boolean isVisible =
        line.codePoints()
            .noneMatch(
                c ->
                    switch (Character.getType(c)) {
                      case Character.CONTROL,
                          Character.FORMAT,
                          Character.SURROGATE,
                          Character.LINE_SEPARATOR,
                          Character.PARAGRAPH_SEPARATOR ->
                          true;
                      default -> false;
                    });
    require(isVisible, "a message that a terminal might obey: " + line);
  }

  private static void requireSame(Collected whole, Collected inDrops) {
    require(whole.faults.equals(inDrops.faults), "other faults when read in drops");
    require(whole.orders.equals(inDrops.orders), "other orders when read in drops");
    require(whole.positions.equals(inDrops.positions), "other lines when read in drops");
    require(whole.shape() == inDrops.shape(), "another shape when read in drops");
  }

  private static void requireKept(Order order) {
    String stored = OrderJson.canonical(order);
    require(OrderJson.canonical(OrderJson.parse(stored)).equals(stored), "a stored form changed");
    Collected again = Collected.from(stored);
    require(again.faults.isEmpty(), "a stored order is refused: " + again.faults);
    require(again.warnings.isEmpty(), "a stored order has odd fields: " + again.warnings);
    require(OrderJson.canonical(again.orders.get(0)).equals(stored), "a stored order changed");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }

  /** Hands out one, two, three … bytes at a time. */
  private static final class Drops extends InputStream {

    private final InputStream in;
    private int size;

    Drops(byte[] bytes) {
      this.in = new ByteArrayInputStream(bytes);
    }

    @Override
    public int read() throws IOException {
      return in.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      size = size % 7 + 1;
      return in.read(buffer, offset, Math.min(size, length));
    }
  }
}
