package dev.orders.order;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * An input seen through a window: byte after byte, with the line counted, and with the bytes since
 * a mark kept for as long as they are at most {@link #MOST_KEPT}. However long the input or one of
 * its lines is, no more memory is used.
 */
final class InputWindow {

  /** What {@link #peek()} says at the end of the input. */
  static final int END = -1;

  /** The size of the largest order, in bytes. */
  static final int MOST_KEPT = 1024 * 1024;

  private static final int CHUNK = 64 * 1024;

  private final InputStream in;
  private byte[] bytes = new byte[CHUNK];
  private int mark;
  private int next;
  private int filled;
  private long dropped;
  private long line = 1;
  private long lineStart;
  private boolean ended;

  InputWindow(InputStream in) {
    this.in = in;
  }

  /** A place in the input that one can go back to. */
  record Place(long offset, long line, long lineStart) {

    /** How many bytes of its line stand before it. */
    long column() {
      return offset - lineStart;
    }
  }

  /** The next byte, 0 to 255, or {@link #END}. */
  int peek() throws IOException {
    return next < filled || fill() ? bytes[next] & 0xFF : END;
  }

  /** Goes past the byte that {@link #peek()} showed. */
  void advance() {
    if (bytes[next++] == '\n') {
      line++;
      lineStart = offset();
    }
  }

  long offset() {
    return dropped + next;
  }

  long line() {
    return line;
  }

  Place place() {
    return new Place(offset(), line, lineStart);
  }

  /** Keeps the bytes from here on. */
  void mark() {
    mark = next;
  }

  /** True when one can still go back to the place. */
  boolean holds(Place place) {
    return place.offset() >= dropped;
  }

  /** Goes back to a place that the window still holds. */
  void goBack(Place place) {
    next = (int) (place.offset() - dropped);
    mark = next;
    line = place.line();
    lineStart = place.lineStart();
  }

  /**
   * A copy of the kept bytes from {@code offset}, which must still be in the window, up to here.
   */
  byte[] since(long offset) {
    return Arrays.copyOfRange(bytes, (int) (offset - dropped), next);
  }

  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    makeRoom();
    int count;
    do {
      count = in.read(bytes, filled, bytes.length - filled);
    } while (count == 0);
    ended = count < 0;
    filled += Math.max(count, 0);
    return count > 0;
  }

  /**
   * Moves what is kept to the front only when the window is full, so that an input in drops is not
   * moved at each.
   */
  private void makeRoom() {
    if (filled < bytes.length) {
      return;
    }
    if (next - mark > MOST_KEPT) {
      mark = next;
    }
    if (mark == 0) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    } else {
      dropUnmarked();
    }
  }

  private void dropUnmarked() {
    System.arraycopy(bytes, mark, bytes, 0, filled - mark);
    dropped += mark;
    next -= mark;
    filled -= mark;
    mark = 0;
  }
}
