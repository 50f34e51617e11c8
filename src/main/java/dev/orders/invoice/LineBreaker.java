package dev.orders.invoice;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks one printable text into lines of a given width: after spaces, around Chinese, Japanese and
 * Korean characters, and anywhere in a word that is wider than a line. The time grows with the text
 * only, for a name may be 64 KB long.
 */
final class LineBreaker {

  /** Signs that must not begin a line; those that must not end one are their counterparts. */
  private static final String CLOSING = ")]}>,.!?:;%'\"’”»、。，．！？：；）］｝」』】〉》〕…·ー々~";

  private static final String OPENING = "([{<‘“«（［｛「『【〈《〔";

  private final int[] text;
  private final Face face;
  private final long limit;
  private final List<String> lines = new ArrayList<>();

  private LineBreaker(String text, Style style, float width) {
    this.text = text.codePoints().toArray();
    this.face = style.face();
    this.limit = (long) (width * 1000 / style.size());
  }

  /** At least one line; each fits the width in points unless a single character does not. */
  static List<Line> lines(String text, Style style, float width) {
    LineBreaker breaker = new LineBreaker(text, style, width);
    breaker.run();
    return breaker.lines.stream().map(line -> new Line(line, style)).toList();
  }

  private void run() {
    int start = 0;
    do {
      int end = endOfLine(start);
      lines.add(new String(text, start, end - start).stripTrailing());
      start = end;
    } while (start < text.length);
  }

  private int endOfLine(int start) {
    long width = 0;
    int lastChance = start;
    for (int at = start; at < text.length; at++) {
      width += face.advance(text[at]);
      if (at > start && mayBreakBefore(at)) {
        lastChance = at;
      }
      boolean isFull = width > limit && at > start && text[at] != ' ';
      if (isFull) {
        return lastChance > start ? lastChance : at;
      }
    }
    return text.length;
  }

  private boolean mayBreakBefore(int at) {
    int before = text[at - 1];
    int after = text[at];
    if (before == ' ') {
      return after != ' ';
    }
    boolean betweenIdeographs = isIdeographic(before) || isIdeographic(after);
    return betweenIdeographs
        && CLOSING.indexOf(after) < 0
        && OPENING.indexOf(before) < 0
        && after != ' ';
  }

  private static boolean isIdeographic(int codePoint) {
    return (codePoint >= 0x2E80 && codePoint <= 0xD7FF)
        || (codePoint >= 0xF900 && codePoint <= 0xFAFF);
  }
}
