package dev.orders.invoice;

import dev.orders.invoice.Pagination.Placed;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/** Writes the text of one page, and switches font, colour and place only where they change. */
final class TextPen {

  private final PDPageContentStream content;
  private final Map<Face, PDType0Font> fonts;
  private @Nullable Style style;
  private float x;
  private float y;

  TextPen(PDPageContentStream content, Map<Face, PDType0Font> fonts) {
    this.content = content;
    this.fonts = fonts;
  }

  void write(List<Placed> rows) throws IOException {
    for (Placed placed : rows) {
      for (Cell cell : placed.row().cells()) {
        write(cell, placed.top() + placed.row().above());
      }
    }
  }

  private void write(Cell cell, float top) throws IOException {
    float lineTop = top;
    for (Line line : cell.lines()) {
      if (!line.text().isEmpty()) {
        take(line.style());
        moveTo(cell.column().startOf(line), baseline(line, lineTop));
        content.showText(line.text());
      }
      lineTop += line.height();
    }
  }

  /** Centres capitals and figures in the line. */
  private static float baseline(Line line, float top) {
    float middle = top + line.height() / 2;
    return Sheet.HEIGHT - middle - Style.CAPITAL * line.style().size() / 2;
  }

  private void take(Style next) throws IOException {
    Style last = style;
    if (last == null || last.face() != next.face() || last.size() != next.size()) {
      content.setFont(fonts.get(next.face()), next.size());
    }
    if (last == null || last.ink() != next.ink()) {
      next.ink().fill(content);
    }
    style = next;
  }

  private void moveTo(float nextX, float nextY) throws IOException {
    float toX = Math.round(nextX * 100) / 100f;
    float toY = Math.round(nextY * 100) / 100f;
    content.newLineAtOffset(toX - x, toY - y);
    x = toX;
    y = toY;
  }
}
