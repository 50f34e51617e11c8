package dev.orders.invoice;

import dev.orders.invoice.Pagination.Placed;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.pdfbox.cos.COSName;

/**
 * The fonts of one document. Its pages are laid out, so their characters are known: each face is
 * cut down to these.
 */
final class EmbeddedFonts {

  private EmbeddedFonts() {}

  /** A font for each face that the pages use. */
  static Map<Face, EmbeddedFont> of(Streams streams, List<List<Placed>> pages) throws IOException {
    Map<Face, EmbeddedFont> fonts = new EnumMap<>(Face.class);
    for (Map.Entry<Face, NavigableSet<Integer>> used : characters(pages).entrySet()) {
      Face face = used.getKey();
      Cut cut = face.cut(used.getValue());
      COSName name = COSName.getPDFName(face.name());
      fonts.put(
          face,
          new EmbeddedFont(name, new FontEntry(streams, face, cut).dictionary(), cut.codes()));
    }
    return fonts;
  }

  private static Map<Face, NavigableSet<Integer>> characters(List<List<Placed>> pages) {
    Map<Face, NavigableSet<Integer>> characters = new EnumMap<>(Face.class);
    for (List<Placed> page : pages) {
      for (Placed placed : page) {
        for (Cell cell : placed.row().cells()) {
          cell.lines().forEach(line -> collect(line, characters));
        }
      }
    }
    return characters;
  }

  private static void collect(Line line, Map<Face, NavigableSet<Integer>> characters) {
    NavigableSet<Integer> known =
        characters.computeIfAbsent(line.style().face(), face -> new TreeSet<>());
    line.text().codePoints().forEach(known::add);
  }
}
