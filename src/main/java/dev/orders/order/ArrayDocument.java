package dev.orders.order;

import java.io.IOException;

/** An array of orders. What is out of place between two of them ends the reading. */
final class ArrayDocument {

  private final InputWindow window;
  private final Gap gap;
  private final FrameScanner scanner;
  private final Findings findings;
  private final OrderParser parser;

  ArrayDocument(InputWindow window, Findings findings) {
    this.window = window;
    this.gap = new Gap(window);
    this.scanner = new FrameScanner(window);
    this.findings = findings;
    this.parser = new OrderParser(findings);
  }

  /** Reads from the opening bracket to the end of the input. */
  OrderReader.Shape read() throws IOException {
    window.advance();
    if (gap.skipSpace() == ']') {
      findings.fault(window.line(), "", "holds no order: the array is empty");
      window.advance();
      readEnd();
    } else if (readOrders()) {
      readEnd();
    }
    return OrderReader.Shape.ARRAY;
  }

  /** True when the closing bracket was reached. */
  private boolean readOrders() throws IOException {
    for (int index = 0; ; index++) {
      if (!readOrder(JsonPath.element("", index))) {
        return false;
      }
      int next = gap.skipSpace();
      if (next != ',' && next != ']') {
        return unexpected(next, "a comma or the end of the array");
      }
      window.advance();
      if (next == ']') {
        return true;
      }
    }
  }

  private boolean readOrder(String path) throws IOException {
    int first = gap.skipSpace();
    if (first == ',' || first == ']' || first == '}' || first == InputWindow.END) {
      return unexpected(first, "an order");
    }
    Frame frame = scanner.scan();
    parser.parse(frame, path);
    return !frame.isBroken();
  }

  private boolean unexpected(int found, String expected) {
    String message = "is not JSON: " + expected + " must follow, not " + nameOf(found);
    findings.fault(window.line(), "", message);
    return false;
  }

  private static String nameOf(int found) {
    if (found == InputWindow.END) {
      return "the end of the input";
    }
    return Quote.beginning(found);
  }

  private void readEnd() throws IOException {
    if (gap.skipSpace() != InputWindow.END) {
      findings.fault(window.line(), "", "nothing may follow the array");
    }
  }
}
