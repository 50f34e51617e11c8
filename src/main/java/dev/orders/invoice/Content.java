package dev.orders.invoice;

import java.io.ByteArrayOutputStream;

/** The operators that draw a page (ISO 32000-1, annex A). */
final class Content {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);

  byte[] bytes() {
    return bytes.toByteArray();
  }

  /** Writes an operator after its operands, which are rounded to thousandths. */
  Content put(String operator, float... operands) {
    for (float operand : operands) {
      number(operand);
    }
    return word(operator);
  }

  /** Chooses a font by its name. */
  void font(String name, float size) {
    bytes.write('/');
    word(name);
    put("Tf", size);
  }

  /** Shows a text of two-byte codes. */
  void show(int[] codes) {
    bytes.write('(');
    for (int code : codes) {
      literal(code >> 8 & 0xFF);
      literal(code & 0xFF);
    }
    bytes.write(')');
    word("Tj");
  }

  private void literal(int octet) {
    switch (octet) {
      case '(', ')', '\\' -> {
        bytes.write('\\');
        bytes.write(octet);
      }
      case '\r' -> { // A reader would take it for a new line.
        bytes.write('\\');
        bytes.write('r');
      }
      default -> bytes.write(octet);
    }
  }

  private void number(float value) {
    int thousandths = Math.round(value * 1000);
    if (thousandths < 0) {
      bytes.write('-');
    }
    int size = Math.abs(thousandths);
    ascii(Integer.toString(size / 1000));
    if (size % 1000 > 0) {
      bytes.write('.');
      int unit = 100;
      for (int rest = size % 1000; rest > 0; unit /= 10) {
        bytes.write('0' + rest / unit);
        rest %= unit;
      }
    }
    bytes.write(' ');
  }

  private Content word(String word) {
    ascii(word);
    bytes.write('\n');
    return this;
  }

  private void ascii(String text) {
    for (int i = 0; i < text.length(); i++) {
      bytes.write(text.charAt(i));
    }
  }
}
