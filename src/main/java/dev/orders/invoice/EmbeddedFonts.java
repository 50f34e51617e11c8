package dev.orders.invoice;

import dev.orders.invoice.Pagination.Placed;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts of one document. Its pages are laid out, so their characters are known: a small font of
 * these is made first and then embedded whole. PDFBox's own way, to embed a big font and subset it
 * when the document is saved, writes tables as long as the big font and takes more than twice the
 * time.
 */
final class EmbeddedFonts {

  private EmbeddedFonts() {}

  /** A font for each face that the pages use. */
  static Map<Face, PDType0Font> of(PDDocument document, List<List<Placed>> pages)
      throws IOException {
    Map<Face, PDType0Font> fonts = new EnumMap<>(Face.class);
    for (Map.Entry<Face, Set<Integer>> used : characters(pages).entrySet()) {
      byte[] file = used.getKey().subset(used.getValue(), tag(used.getValue()));
      TrueTypeFont small = new TTFParser().parse(new RandomAccessReadBuffer(file));
      PDType0Font font = PDType0Font.load(document, small, false);
      font.getFontDescriptor().setCapHeight(Style.CAPITAL * 1000);
      fonts.put(used.getKey(), font);
    }
    return fonts;
  }

  private static Map<Face, Set<Integer>> characters(List<List<Placed>> pages) {
    Map<Face, Set<Integer>> characters = new EnumMap<>(Face.class);
    for (List<Placed> page : pages) {
      for (Placed placed : page) {
        for (Cell cell : placed.row().cells()) {
          cell.lines().forEach(line -> collect(line, characters));
        }
      }
    }
    return characters;
  }

  private static void collect(Line line, Map<Face, Set<Integer>> characters) {
    Set<Integer> known = characters.computeIfAbsent(line.style().face(), face -> new TreeSet<>());
    line.text().codePoints().forEach(known::add);
  }

  /** Tells parts of a font apart: equal characters have an equal tag. */
  private static String tag(Set<Integer> characters) {
    int hash = List.copyOf(characters).hashCode();
    StringBuilder tag = new StringBuilder();
    for (int letter = 0; letter < 6; letter++) {
      tag.append((char) ('A' + Math.floorMod(hash, 26)));
      hash = Math.floorDiv(hash, 26);
    }
    return tag.append('+').toString();
  }
}
