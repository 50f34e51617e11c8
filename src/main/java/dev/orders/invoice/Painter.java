package dev.orders.invoice;

import dev.orders.invoice.Pagination.Placed;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Draws laid-out pages into one document: first what lies behind the text, then the text, line by
 * line.
 */
final class Painter {

  private static final PDRectangle A4 = new PDRectangle(Sheet.WIDTH, Sheet.HEIGHT);

  private final PDDocument document;
  private final Map<Face, PDType0Font> fonts;

  Painter(PDDocument document, Map<Face, PDType0Font> fonts) {
    this.document = document;
    this.fonts = fonts;
  }

  /** Adds a page with these rows. */
  void paint(List<Placed> rows) throws IOException {
    PDPage page = new PDPage(A4);
    document.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      for (Placed placed : rows) {
        paintBackdrop(content, placed);
      }
      content.beginText();
      new TextPen(content, fonts).write(rows);
      content.endText();
    }
  }

  private static void paintBackdrop(PDPageContentStream content, Placed placed) throws IOException {
    Backdrop backdrop = placed.row().backdrop();
    float bottom = placed.top() + placed.row().height();
    if (backdrop.tint() != null) {
      bar(content, backdrop.tint(), backdrop.left(), placed.top(), bottom);
    }
    if (backdrop.rule() != null) {
      bar(content, backdrop.rule(), backdrop.left(), bottom - backdrop.thickness(), bottom);
    }
  }

  private static void bar(PDPageContentStream content, Ink ink, float left, float top, float bottom)
      throws IOException {
    ink.fill(content);
    content.addRect(left, Sheet.HEIGHT - bottom, Sheet.RIGHT - left, bottom - top);
    content.fill();
  }
}
