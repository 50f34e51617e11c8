package dev.orders.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * A stream to the outside that says at once when nobody reads it any more. {@link
 * java.io.PrintWriter} would swallow the {@link IOException}, and a command would go on writing
 * into nothing; an unchecked one passes through it.
 *
 * <p>It says so once: what is still in the writers' buffers afterwards vanishes in silence.
 */
final class OutputPipe extends FilterOutputStream {

  private boolean isBroken;

  OutputPipe(OutputStream target) {
    super(target);
  }

  @Override
  public void write(int octet) {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int offset, int length) {
    if (isBroken) {
      return;
    }
    try {
      out.write(octets, offset, length);
    } catch (IOException e) {
      isBroken = true;
      throw unchecked(e);
    }
  }

  @Override
  public void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw unchecked(e);
    }
  }

  /** The JDK has no type for EPIPE, only the system's words. */
  private static RuntimeException unchecked(IOException e) {
    String words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return words.contains("pipe")
        ? new ClosedPipeException(e)
        : new UncheckedIOException("cannot write the output", e);
  }
}
