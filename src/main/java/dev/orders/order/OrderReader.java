package dev.orders.order;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads orders from JSON: one object, an array, or one object a line (NDJSON; objects that simply
 * follow each other will do). UTF-8, with or without a byte order mark, and any line breaks.
 *
 * <p>The input is a stream of any length; one order at a time is in memory. Every fault of every
 * order is reported, with line and JSON path, and never thrown: a broken line of NDJSON does not
 * hide the faults of the next. Only in an array does a bracket or quote out of place end the
 * reading, since nobody can tell where the next order begins. Limits hold for each order by itself:
 * 1 MB, 32 levels, strings of 64 KB, numbers of 64 characters.
 */
public final class OrderReader {

  private OrderReader() {}

  /** Takes what is read, in the order of the input. */
  public interface Sink {

    /**
     * A good order.
     *
     * @param line the line on which it begins, from 1
     * @param nth counts the orders, good or bad, that begin on that line, from 1
     */
    void order(long line, int nth, Order order);

    /** Something that keeps an order, or the rest of the input, from being taken. */
    void fault(Fault fault);

    /** Something that was left out without harm, such as an unknown field. */
    void warning(Fault warning);
  }

  /** How an input is laid out. */
  public enum Shape {
    /** Nothing that can be read; that is a fault, too. */
    EMPTY,
    /** A single object. */
    OBJECT,
    /** An array, of one or many. */
    ARRAY,
    /** Objects one after the other. */
    LINES
  }

  /**
   * Reads an input to its end; does not close it.
   *
   * @param source what faults call the input, such as the file's name
   * @return how the input was laid out
   * @throws IOException only when reading itself fails
   */
  public static Shape read(InputStream in, String source, Sink sink) throws IOException {
    InputWindow window = new InputWindow(in);
    Findings findings = new Findings(source, sink);
    ByteOrderMark.skip(window);
    return switch (new Gap(window).skipSpace()) {
      case InputWindow.END -> nothing(findings, "holds no order");
      case 0xFE, 0xFF -> nothing(findings, "is not UTF-8, perhaps UTF-16: save it as UTF-8");
      case '[' -> new ArrayDocument(window, findings).read();
      default -> new LinesDocument(window, findings).read();
    };
  }

  private static Shape nothing(Findings findings, String why) {
    findings.fault(1, "", why);
    return Shape.EMPTY;
  }
}
