package dev.orders.invoice;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;

/**
 * Writes the entry of a cut font into a document: a composite font whose codes are the glyphs'
 * numbers (ISO 32000-1, 9.7.4 and 9.8). PDFBox makes the same from a whole font file, which it
 * would have to parse again first.
 */
final class FontEntry {

  /**
   * Outlines hardly shrink and take most of the time of compression: a font file of at most so many
   * bytes is left as it is.
   */
  private static final int PLAIN = 8192;

  private final Streams streams;
  private final Face face;
  private final Cut cut;
  private final String name;

  FontEntry(Streams streams, Face face, Cut cut) {
    this.streams = streams;
    this.face = face;
    this.cut = cut;
    this.name = tag(cut.codes().hashCode()) + face.postScriptName();
  }

  COSDictionary dictionary() {
    COSDictionary font = font(COSName.TYPE0);
    font.setItem(COSName.ENCODING, COSName.IDENTITY_H);
    font.setItem(COSName.DESCENDANT_FONTS, arrayOf(descendant()));
    font.setItem(COSName.TO_UNICODE, streams.compressed(new CharacterMap(cut.codes()).bytes()));
    return font;
  }

  private COSDictionary descendant() {
    COSDictionary font = font(COSName.CID_FONT_TYPE2);
    COSDictionary system = new COSDictionary();
    system.setString(COSName.REGISTRY, "Adobe");
    system.setString(COSName.ORDERING, "Identity");
    system.setInt(COSName.SUPPLEMENT, 0);
    system.setDirect(true);
    font.setItem(COSName.CIDSYSTEMINFO, system);
    font.setItem(COSName.CID_TO_GID_MAP, COSName.IDENTITY);
    font.setItem(COSName.FONT_DESC, descriptor());
    font.setItem(COSName.W, advances());
    return font;
  }

  private COSDictionary font(COSName subtype) {
    COSDictionary font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setItem(COSName.SUBTYPE, subtype);
    font.setName(COSName.BASE_FONT, name);
    return font;
  }

  private COSDictionary descriptor() {
    COSDictionary entry = new COSDictionary();
    entry.setItem(COSName.TYPE, COSName.FONT_DESC);
    PDFontDescriptor descriptor = new PDFontDescriptor(entry);
    descriptor.setFontName(name);
    descriptor.setSymbolic(true);
    face.describe(descriptor);
    descriptor.setCapHeight(Style.CAPITAL * 1000);
    COSStream file = file();
    file.setInt(COSName.LENGTH1, cut.file().length);
    entry.setItem(COSName.FONT_FILE2, file);
    return entry;
  }

  private COSStream file() {
    byte[] file = cut.file();
    return file.length <= PLAIN ? streams.plain(file) : streams.compressed(file);
  }

  private COSArray advances() {
    COSArray all = new COSArray();
    for (int advance : cut.advances()) {
      all.add(COSInteger.get(advance));
    }
    COSArray fromZero = arrayOf(all);
    fromZero.add(0, COSInteger.ZERO);
    return fromZero;
  }

  private static COSArray arrayOf(COSBase element) {
    COSArray array = new COSArray();
    array.add(element);
    return array;
  }

  /** Six capitals and a plus sign, as a part of a font must have; equal characters, equal tag. */
  private static String tag(int hash) {
    StringBuilder tag = new StringBuilder();
    int rest = hash;
    for (int letter = 0; letter < 6; letter++) {
      tag.append((char) ('A' + Math.floorMod(rest, 26)));
      rest = Math.floorDiv(rest, 26);
    }
    return tag.append('+').toString();
  }
}
