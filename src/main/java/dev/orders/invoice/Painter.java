package dev.orders.invoice;

import dev.orders.invoice.Pagination.Placed;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * Draws laid-out pages into one document: first what lies behind the text, then the text, line by
 * line.
 */
final class Painter {

  private static final PDRectangle A4 = new PDRectangle(Sheet.WIDTH, Sheet.HEIGHT);

  private final PDDocument document;
  private final Streams streams;
  private final Map<Face, EmbeddedFont> fonts;
  private final PDResources resources;

  Painter(PDDocument document, Streams streams, Map<Face, EmbeddedFont> fonts) {
    this.document = document;
    this.streams = streams;
    this.fonts = fonts;
    this.resources = resources(fonts);
  }

  /** Adds a page with these rows. */
  void paint(List<Placed> rows) {
    Content content = new Content();
    for (Placed placed : rows) {
      paintBackdrop(content, placed);
    }
    content.put("BT");
    new TextPen(content, fonts).write(rows);
    content.put("ET");
    PDPage page = new PDPage(A4);
    page.setResources(resources);
    page.setContents(new PDStream(streams.compressed(content.bytes())));
    document.addPage(page);
  }

  private static PDResources resources(Map<Face, EmbeddedFont> fonts) {
    COSDictionary names = new COSDictionary();
    fonts.values().forEach(font -> names.setItem(font.name(), font.dictionary()));
    COSDictionary resources = new COSDictionary();
    resources.setItem(COSName.FONT, names);
    return new PDResources(resources);
  }

  private static void paintBackdrop(Content content, Placed placed) {
    Backdrop backdrop = placed.row().backdrop();
    float bottom = placed.top() + placed.row().height();
    if (backdrop.tint() != null) {
      bar(content, backdrop.tint(), backdrop.left(), placed.top(), bottom);
    }
    if (backdrop.rule() != null) {
      bar(content, backdrop.rule(), backdrop.left(), bottom - backdrop.thickness(), bottom);
    }
  }

  private static void bar(Content content, Ink ink, float left, float top, float bottom) {
    ink.fill(content);
    content.put("re", left, Sheet.HEIGHT - bottom, Sheet.RIGHT - left, bottom - top).put("f");
  }
}
