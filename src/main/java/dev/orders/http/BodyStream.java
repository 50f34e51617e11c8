package dev.orders.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * An upload, read while it comes. The connection is asked for more only when all that came has been
 * read, so a client cannot send faster than its orders are taken in. Read by one thread, filled by
 * another.
 */
final class BodyStream extends InputStream {

  private static final byte[] END = {};
  private static final byte[] GONE = {};

  /** What is done before waiting. */
  @FunctionalInterface
  interface Pause {
    void begin() throws IOException;
  }

  private final BlockingQueue<byte[]> pieces = new LinkedBlockingQueue<>();
  private final Runnable more;
  private final Duration patience;
  private Pause idle = () -> {};
  private byte[] piece = {};
  private int next;
  private long waited;

  /**
   * @param more asks the connection for the next piece
   * @param patience how long a client may keep this waiting for the rest of a line
   */
  BodyStream(Runnable more, Duration patience) {
    this.more = more;
    this.patience = patience;
  }

  /** Sets what is done before this waits for the client. */
  void whenIdle(Pause action) {
    this.idle = action;
  }

  /** Takes what has come. */
  void put(byte[] bytes, boolean isLast) {
    if (bytes.length > 0) {
      pieces.add(bytes);
    } else if (!isLast) {
      more.run();
    }
    if (isLast) {
      pieces.add(END);
    }
  }

  /** The client has gone before everything had come. */
  void gone() {
    pieces.add(GONE);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (next == piece.length && piece != END) {
      await();
    }
    if (piece == END) {
      return -1;
    }
    int count = Math.min(length, piece.length - next);
    System.arraycopy(piece, next, target, offset, count);
    next += count;
    return count;
  }

  private void await() throws IOException {
    idle.begin();
    more.run();
    try {
      long begun = System.nanoTime();
      byte[] came = pieces.poll(patience.toNanos() - waited, TimeUnit.NANOSECONDS);
      if (came == null || came == GONE) {
        throw new IOException(came == null ? "the client fell silent" : "the client has gone");
      }
      // Whoever drips a byte now and then is no better than one who sends none.
      waited = endsLine(came) ? 0 : waited + System.nanoTime() - begun;
      piece = came;
      next = 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while reading an upload");
    }
  }

  private static boolean endsLine(byte[] bytes) {
    for (byte one : bytes) {
      if (one == '\n') {
        return true;
      }
    }
    return false;
  }
}
