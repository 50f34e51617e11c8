package dev.orders.order;

import java.io.IOException;

/** What lies between orders: goes past it and keeps nothing of it. */
final class Gap {

  private final InputWindow window;

  Gap(InputWindow window) {
    this.window = window;
  }

  /** Goes to the next byte that is not white space, and shows it. */
  int skipSpace() throws IOException {
    int next = window.peek();
    while (next == ' ' || next == '\n' || next == '\r' || next == '\t') {
      skip();
      next = window.peek();
    }
    return next;
  }

  /** Goes past the next line break. */
  void skipLine() throws IOException {
    long line = window.line();
    while (window.line() == line && window.peek() != InputWindow.END) {
      skip();
    }
  }

  /** Goes to the next line that begins with an opening brace at {@code column} at most. */
  void skipToOrder(long column) throws IOException {
    int next;
    do {
      skipLine();
      next = skipSpace();
    } while (next != InputWindow.END && !(next == '{' && window.place().column() <= column));
  }

  private void skip() {
    window.advance();
    window.mark();
  }
}
