package dev.orders.invoice;

import dev.orders.invoice.Pagination.Placed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the text of one page, and switches font, colour and place only where they change. */
final class TextPen {

  private final Content content;
  private final Map<Face, EmbeddedFont> fonts;
  private @Nullable Style style;
  private float x;
  private float y;

  TextPen(Content content, Map<Face, EmbeddedFont> fonts) {
    this.content = content;
    this.fonts = fonts;
  }

  void write(List<Placed> rows) {
    for (Placed placed : rows) {
      for (Cell cell : placed.row().cells()) {
        write(cell, placed.top() + placed.row().above());
      }
    }
  }

  private void write(Cell cell, float top) {
    float lineTop = top;
    for (Line line : cell.lines()) {
      if (!line.text().isEmpty()) {
        take(line.style());
        moveTo(cell.column().startOf(line), baseline(line, lineTop));
        content.show(codes(line));
      }
      lineTop += line.height();
    }
  }

  /** Centres capitals and figures in the line. */
  private static float baseline(Line line, float top) {
    float middle = top + line.height() / 2;
    return Sheet.HEIGHT - middle - Style.CAPITAL * line.style().size() / 2;
  }

  private void take(Style next) {
    Style last = style;
    if (last == null || last.face() != next.face() || last.size() != next.size()) {
      content.font(font(next).name().getName(), next.size());
    }
    if (last == null || last.ink() != next.ink()) {
      next.ink().fill(content);
    }
    style = next;
  }

  private int[] codes(Line line) {
    Map<Integer, Integer> codes = font(line.style()).codes();
    return line.text().codePoints().map(character -> codes.getOrDefault(character, 0)).toArray();
  }

  private EmbeddedFont font(Style of) {
    return Objects.requireNonNull(fonts.get(of.face()));
  }

  private void moveTo(float nextX, float nextY) {
    float toX = Math.round(nextX * 100) / 100f;
    float toY = Math.round(nextY * 100) / 100f;
    content.put("Td", toX - x, toY - y);
    x = toX;
    y = toY;
  }
}
