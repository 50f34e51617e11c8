package dev.orders.order;

import java.io.IOException;

/**
 * Orders one after the other, usually one a line, or a single one over many lines. What is broken
 * ends with its line; an input that does not even begin with an order is reported once and not line
 * by line.
 */
final class LinesDocument {

  private final InputWindow window;
  private final Gap gap;
  private final FrameScanner scanner;
  private final Findings findings;
  private final OrderParser parser;
  private long orders;
  private boolean hasStrayText;

  LinesDocument(InputWindow window, Findings findings) {
    this.window = window;
    this.gap = new Gap(window);
    this.scanner = new FrameScanner(window);
    this.findings = findings;
    this.parser = new OrderParser(findings);
  }

  /** Reads from the first visible byte to the end of the input. */
  OrderReader.Shape read() throws IOException {
    for (int next = gap.skipSpace(); next != InputWindow.END; next = gap.skipSpace()) {
      if (next == '{') {
        readOrder();
      } else {
        reportStrayText();
      }
    }
    boolean isSingle = orders == 1 && !hasStrayText;
    return isSingle ? OrderReader.Shape.OBJECT : OrderReader.Shape.LINES;
  }

  private void readOrder() throws IOException {
    orders++;
    Frame frame = scanner.scan();
    parser.parse(frame, "");
    if (frame.isBroken()) {
      scanner.recover();
    }
  }

  private void reportStrayText() throws IOException {
    hasStrayText = true;
    long line = window.line();
    String shown = Quote.beginning(window.peek());
    findings.fault(line, "", "is not JSON: an order begins with {, not with " + shown);
    if (orders == 0) {
      gap.skipToOrder(Long.MAX_VALUE);
    } else {
      gap.skipLine();
    }
  }
}
