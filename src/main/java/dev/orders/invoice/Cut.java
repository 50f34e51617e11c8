package dev.orders.invoice;

import java.util.Map;

/** A face cut down to some characters. Its arrays are only read. */
final class Cut {

  private final byte[] file;
  private final Map<Integer, Integer> codes;
  private final int[] advances;

  Cut(byte[] file, Map<Integer, Integer> codes, int[] advances) {
    this.file = file;
    this.codes = codes;
    this.advances = advances;
  }

  /** A font file of the characters' glyphs and no others. */
  byte[] file() {
    return file;
  }

  /** The number in that file of each character's glyph. */
  Map<Integer, Integer> codes() {
    return codes;
  }

  /** How far each glyph of that file moves the pen, in thousandths of the font size. */
  int[] advances() {
    return advances;
  }
}
