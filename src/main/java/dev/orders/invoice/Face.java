package dev.orders.invoice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.CmapSubtable;
import org.apache.fontbox.ttf.CmapTable;
import org.apache.fontbox.ttf.HeaderTable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;

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

  /** What a PDF needs of a font (ISO 32000-1, 9.9); the rest is left out. */
  private static final List<String> TABLES =
      List.of("glyf", "head", "hhea", "hmtx", "loca", "maxp");

  private final TrueTypeFont font;
  private final CmapLookup glyphs;
  private final int unitsPerEm;

  Face(String file) {
    try (InputStream in = Face.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IOException("the font " + file + " is missing from this build");
      }
      font = new TTFParser().parse(new RandomAccessReadBuffer(in));
      font.setEnableGsub(false);
      keepOneMap(font.getCmap());
      glyphs = font.getUnicodeCmapLookup();
      unitsPerEm = font.getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A map takes 1.5 MB, and a font has several of the same: those of other platforms go. */
  private static void keepOneMap(CmapTable maps) {
    CmapSubtable basicPlane =
        maps.getSubtable(CmapTable.PLATFORM_WINDOWS, CmapTable.ENCODING_WIN_UNICODE_BMP);
    maps.setCmaps(new CmapSubtable[] {basicPlane});
  }

  /** True when this face can draw the character; none outside the basic plane can be subset. */
  boolean has(int codePoint) {
    return codePoint < 0xFFFF && glyphs.getGlyphId(codePoint) != 0;
  }

  /** How far the character moves the pen, in thousandths of the font size. */
  int advance(int codePoint) {
    try {
      return thousandths(font.getAdvanceWidth(glyphs.getGlyphId(codePoint)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The width of a text, in thousandths of the font size. */
  int advance(String text) {
    return text.codePoints().map(this::advance).sum();
  }

  /** Cuts this face down to characters that it has. */
  Cut cut(NavigableSet<Integer> characters) throws IOException {
    TTFSubsetter subset = new TTFSubsetter(font, TABLES);
    subset.addAll(characters);
    ByteArrayOutputStream file = new ByteArrayOutputStream(16_384);
    subset.writeToStream(file);
    Map<Integer, Integer> numbers = new HashMap<>();
    int[] advances = new int[subset.getGIDMap().size()];
    for (Map.Entry<Integer, Integer> glyph : subset.getGIDMap().entrySet()) {
      numbers.put(glyph.getValue(), glyph.getKey());
      advances[glyph.getKey()] = thousandths(font.getAdvanceWidth(glyph.getValue()));
    }
    Map<Integer, Integer> codes = new HashMap<>();
    for (int character : characters) {
      codes.put(character, numbers.getOrDefault(glyphs.getGlyphId(character), 0));
    }
    return new Cut(file.toByteArray(), codes, advances);
  }

  /** The name that the font gives itself. */
  String postScriptName() {
    try {
      return font.getName();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells its measures. */
  void describe(PDFontDescriptor descriptor) {
    try {
      HeaderTable header = font.getHeader();
      descriptor.setFontBoundingBox(
          new PDRectangle(
              thousandths(header.getXMin()),
              thousandths(header.getYMin()),
              thousandths(header.getXMax() - header.getXMin()),
              thousandths(header.getYMax() - header.getYMin())));
      descriptor.setAscent(thousandths(font.getHorizontalHeader().getAscender()));
      descriptor.setDescent(thousandths(font.getHorizontalHeader().getDescender()));
      descriptor.setItalicAngle(0);
      descriptor.setStemV(0); // Unknown, by ISO 32000-1, table 122.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int thousandths(int units) {
    return units * 1000 / unitsPerEm;
  }
}
