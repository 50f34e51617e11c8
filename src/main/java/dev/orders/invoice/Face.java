package dev.orders.invoice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The two weights of Noto Sans KR. Each is parsed once a process, at its first use, and shared by
 * all threads; it is never closed, since every document made later reads its glyphs again.
 * Ligatures and other substitutions stay off: Hangul needs none, and looking for them costs three
 * times the making of the document.
 */
enum Face {
  REGULAR("NotoSansKR-Regular.ttf"),
  BOLD("NotoSansKR-Bold.ttf");

  private final TrueTypeFont font;
  private final CmapLookup glyphs;

  Face(String file) {
    try (InputStream in = Face.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IOException("the font " + file + " is missing from this build");
      }
      font = new TTFParser().parse(new RandomAccessReadBuffer(in));
      font.setEnableGsub(false);
      glyphs = font.getUnicodeCmapLookup();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** True when this face can draw the character. */
  boolean has(int codePoint) {
    return glyphs.getGlyphId(codePoint) != 0;
  }

  /** How far the character moves the pen, in thousandths of the font size. */
  int advance(int codePoint) {
    try {
      return font.getAdvanceWidth(glyphs.getGlyphId(codePoint)) * 1000 / font.getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The width of a text, in thousandths of the font size. */
  int advance(String text) {
    return text.codePoints().map(this::advance).sum();
  }

  /** The face within one document, which will embed the glyphs that are used and no others. */
  PDType0Font in(PDDocument document) throws IOException {
    return PDType0Font.load(document, font, true);
  }
}
