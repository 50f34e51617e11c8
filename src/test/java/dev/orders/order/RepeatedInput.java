package dev.orders.order;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * A piece of text, many times over, between a beginning and an end, without ever being in memory as
 * a whole.
 */
final class RepeatedInput extends InputStream {

  private final byte[] piece;
  private final byte[] end;
  private long left;
  private byte[] current;
  private int next;

  RepeatedInput(String start, String piece, long times, String end) {
    this.current = start.getBytes(StandardCharsets.UTF_8);
    this.piece = piece.getBytes(StandardCharsets.UTF_8);
    this.end = end.getBytes(StandardCharsets.UTF_8);
    this.left = times;
  }

  @Override
  public int read() {
    throw new UnsupportedOperationException("byte by byte would take a day");
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    while (next == current.length && left >= 0) {
      left--;
      current = left >= 0 ? piece : end;
      next = 0;
    }
    int count = Math.min(length, current.length - next);
    System.arraycopy(current, next, buffer, offset, count);
    next += count;
    return count == 0 ? -1 : count;
  }
}
