package dev.orders.order;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Makes an order of each frame, or says what is wrong with it. */
final class OrderParser {

  private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
  private final Findings findings;
  private long line;
  private int nthOnLine;
  private CharBuffer text = CharBuffer.allocate(8 * 1024);

  OrderParser(Findings findings) {
    this.findings = findings;
  }

  /**
   * Reads one frame; {@code path} is its place in the document, empty when the document is the
   * order itself.
   */
  void parse(Frame frame, String path) {
    findings.nextOrder();
    nthOnLine = frame.line() == line ? nthOnLine + 1 : 1;
    line = frame.line();
    if (frame.end() != Frame.End.WHOLE) {
      findings.fault(frame.line(), path, frame.trouble());
    } else if (decode(frame, path)) {
      read(new JsonTree.Origin(frame.line(), frame.line() == frame.lastLine(), path));
    }
  }

  private void read(JsonTree.Origin origin) {
    JsonValue value = JsonTree.read(text.array(), text.position(), origin, findings);
    Order order = value == null ? null : OrderRules.check(value, origin.path(), findings);
    if (order != null && findings.clean()) {
      findings.order(line, nthOnLine, order);
    }
  }

  /**
   * Strictly: bytes that are not UTF-8 are a fault, never a replacement character in somebody's
   * name.
   */
  private boolean decode(Frame frame, String path) {
    if (text.capacity() < frame.bytes().length) {
      text = CharBuffer.allocate(frame.bytes().length);
    }
    ByteBuffer bytes = ByteBuffer.wrap(frame.bytes());
    CoderResult result = utf8.reset().decode(bytes, text.clear(), true);
    if (result.isError()) {
      String octet = String.format("%02x", bytes.get(bytes.position()));
      findings.fault(lineAt(frame, bytes.position()), path, "is not UTF-8: byte 0x" + octet);
    }
    return !result.isError();
  }

  private static long lineAt(Frame frame, int position) {
    long line = frame.line();
    for (int i = 0; i < position; i++) {
      line += frame.bytes()[i] == '\n' ? 1 : 0;
    }
    return line;
  }
}
