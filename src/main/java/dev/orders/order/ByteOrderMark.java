package dev.orders.order;

import java.io.IOException;

/** The three bytes with which some programs begin a UTF-8 file. */
final class ByteOrderMark {

  private static final int[] UTF_8 = {0xEF, 0xBB, 0xBF};

  private ByteOrderMark() {}

  /** Goes past a mark at the very beginning of an input; does nothing when there is none. */
  static void skip(InputWindow window) throws IOException {
    InputWindow.Place start = window.place();
    window.mark();
    for (int octet : UTF_8) {
      if (window.peek() != octet) {
        window.goBack(start);
        return;
      }
      window.advance();
    }
  }
}
