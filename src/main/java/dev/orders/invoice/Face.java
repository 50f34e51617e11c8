package dev.orders.invoice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The two weights of Noto Sans KR. Each is parsed once a process, at its first use, and shared by
 * all threads; it is never closed, since every document made later reads its glyphs again.
 * Ligatures and other substitutions stay off: Hangul needs none, and looking for them costs three
 * times the making of the document.
 */
@SuppressWarnings("ImmutableEnumChecker") // A parsed font is only read.
enum Face {
  REGULAR("NotoSansKR-Regular.ttf"),
  BOLD("NotoSansKR-Bold.ttf");

  /** What PDFBox needs to load the small font again; the rest of the big one is left out. */
  private static final List<String> TABLES =
      List.of("OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post");

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

  /** True when this face can draw the character; none outside the basic plane can be subset. */
  boolean has(int codePoint) {
    return codePoint < 0xFFFF && glyphs.getGlyphId(codePoint) != 0;
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

  /**
   * A small font file of the given characters and no others.
   *
   * @param tag six capitals and a plus sign, which a PDF puts before the name of a part of a font
   */
  byte[] subset(Set<Integer> characters, String tag) throws IOException {
    TTFSubsetter subset = new TTFSubsetter(font, TABLES);
    subset.setPrefix(tag);
    subset.addAll(characters);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    subset.writeToStream(file);
    return file.toByteArray();
  }
}
