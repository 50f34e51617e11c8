package dev.orders.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes the few characters that a terminal would obey, and that JSON lets through bare, as their
 * escapes: the same document to a program, harmless to the eye. Such characters occur in JSON
 * inside strings only.
 */
final class SafeJsonWriter extends FilterWriter {

  private static final int ASCII_END = 0x7F;

  SafeJsonWriter(Writer target) {
    super(target);
  }

  @Override
  public void write(int character) throws IOException {
    if (character >= ASCII_END && SafeText.isHarmful(character)) {
      out.write(String.format("\\u%04x", character));
    } else {
      out.write(character);
    }
  }

  @Override
  public void write(char[] buffer, int offset, int length) throws IOException {
    int written = offset;
    for (int at = offset; at < offset + length; at++) {
      if (buffer[at] >= ASCII_END && SafeText.isHarmful(buffer[at])) {
        out.write(buffer, written, at - written);
        write(buffer[at]);
        written = at + 1;
      }
    }
    out.write(buffer, written, offset + length - written);
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    write(text.toCharArray(), offset, length);
  }
}
