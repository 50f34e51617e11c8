package dev.orders.order;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts one value after the other out of an input by its brackets and strings alone, so that every
 * order is bounded and parsed by itself, and a broken one does not take the next with it.
 *
 * <p>When a value breaks off (after {@code "items":[} and then a new line), what follows it was at
 * first taken for its inside. {@link #recover()} therefore goes back to the first line after its
 * start that begins with an opening brace no further to the right than the value itself: in NDJSON
 * that is the next order, in a pretty-printed file it is not one of the nested objects.
 */
final class FrameScanner {

  private static final String NOT_CLOSED = "it is not closed where the next one begins";

  private final InputWindow window;
  private final Gap gap;
  private final Nesting nesting = new Nesting();
  private InputWindow.Place start;
  private InputWindow.@Nullable Place nextOrder;
  private int last;
  private long lastLine;

  FrameScanner(InputWindow window) {
    this.window = window;
    this.gap = new Gap(window);
    this.start = window.place();
  }

  /** Cuts out the value that begins at the window's next byte. */
  Frame scan() throws IOException {
    start = window.place();
    nextOrder = null;
    nesting.clear();
    last = 0;
    lastLine = start.line();
    window.mark();
    String broken = value();
    return broken == null ? complete() : broken(broken);
  }

  private Frame complete() {
    if (window.offset() - start.offset() > InputWindow.MOST_KEPT) {
      return Frame.refused(start.line(), "is larger than 1 MB");
    }
    if (nesting.deepest() > Json.DEEPEST) {
      return Frame.refused(start.line(), "is nested deeper than " + Json.DEEPEST + " levels");
    }
    return Frame.whole(start.line(), window.line(), window.since(start.offset()));
  }

  private Frame broken(String why) {
    long line = why.equals(NOT_CLOSED) ? start.line() : window.line();
    return Frame.broken(line, "is not JSON: " + why);
  }

  /**
   * After a broken value: goes to where the next order seems to begin, or to the end of the input.
   */
  void recover() throws IOException {
    if (nextOrder != null && window.holds(nextOrder)) {
      window.goBack(nextOrder);
    } else {
      gap.skipToOrder(start.column());
    }
  }

  private @Nullable String value() throws IOException {
    return switch (window.peek()) {
      case '{', '[' -> container();
      case '"' -> string();
      default -> word();
    };
  }

  private @Nullable String container() throws IOException {
    String broken = null;
    do {
      broken = step(window.peek());
    } while (broken == null && nesting.depth() > 0);
    return broken;
  }

  private @Nullable String step(int next) throws IOException {
    return switch (next) {
      case InputWindow.END -> "the input ends in the middle of it";
      case '"' -> string();
      case '{', '[' -> open(next);
      case '}', ']' -> close(next);
      case ' ', '\t', '\r', '\n' -> pass();
      default -> significant(next);
    };
  }

  private @Nullable String open(int bracket) {
    boolean mayBeOrder = bracket == '{' && window.line() > lastLine && isLeftEnough();
    if (mayBeOrder && (nextOrder == null || !window.holds(nextOrder))) {
      nextOrder = window.place();
    }
    // Deeper than any order, a new line is rather the next order; this also bounds what is read
    // anew.
    boolean mustBeOrder = mayBeOrder && nesting.depth() >= Json.DEEPEST;
    if (nesting.allows(last) && !mustBeOrder) {
      nesting.open(bracket);
      return significant(bracket);
    }
    return mayBeOrder ? NOT_CLOSED : unexpected(bracket);
  }

  private boolean isLeftEnough() {
    return window.place().column() <= start.column();
  }

  private @Nullable String close(int bracket) {
    return nesting.close(bracket) ? significant(bracket) : unexpected(bracket);
  }

  private static String unexpected(int bracket) {
    return "unexpected " + (char) bracket;
  }

  private @Nullable String string() throws IOException {
    int next;
    do {
      window.advance();
      if (window.peek() == '\\') {
        window.advance();
        next = window.peek() == '\n' ? '\n' : 0;
      } else {
        next = window.peek();
      }
    } while (next != '"' && next != '\n' && window.peek() != InputWindow.END);
    return switch (window.peek()) {
      case '"' -> significant('"');
      case '\n' -> "a string is not closed at the end of the line";
      default -> "the input ends in the middle of a string";
    };
  }

  private @Nullable String word() throws IOException {
    while (!endsWord(window.peek())) {
      window.advance();
    }
    return null;
  }

  private static boolean endsWord(int next) {
    return switch (next) {
      case InputWindow.END, ' ', '\t', '\r', '\n', ',', '[', ']', '{', '}' -> true;
      default -> false;
    };
  }

  private @Nullable String pass() {
    window.advance();
    return null;
  }

  private @Nullable String significant(int next) {
    last = next;
    lastLine = window.line();
    window.advance();
    return null;
  }
}
