package dev.orders.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file line by line in bounded memory, from a place of its own: whoever appends to the same
 * channel is not disturbed. What comes after the last line's end is no line.
 */
final class JournalLines {

  /** Far more than an order may have. */
  private static final int LONGEST = 8 << 20;

  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).flip();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long read;
  private long end;
  private long number;

  JournalLines(FileChannel channel) {
    this.channel = channel;
  }

  /** The next line without its end, empty when it is far too long; null when there is none. */
  @Nullable String next() {
    line.reset();
    boolean isTooLong = false;
    for (int next = nextByte(); next != '\n'; next = nextByte()) {
      if (next < 0) {
        return null;
      }
      isTooLong |= line.size() == LONGEST;
      if (!isTooLong) {
        line.write(next);
      }
    }
    number++;
    end = read - buffer.remaining();
    return isTooLong ? "" : line.toString(StandardCharsets.UTF_8);
  }

  /** What stands behind the last line's end, once there is no next one. */
  String rest() {
    return line.toString(StandardCharsets.UTF_8);
  }

  /** Which line was last read, from 1. */
  long number() {
    return number;
  }

  /** Where that line ends. */
  long end() {
    return end;
  }

  private int nextByte() {
    if (!buffer.hasRemaining() && !fill()) {
      return -1;
    }
    return buffer.get() & 0xFF;
  }

  private boolean fill() {
    try {
      int count = channel.read(buffer.clear(), read);
      buffer.flip();
      read += Math.max(0, count);
      return count > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
