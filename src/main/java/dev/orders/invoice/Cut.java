package dev.orders.invoice;

import java.util.Map;

/**
 * A face cut down to some characters.
 *
 * @param file a font file of their glyphs and no others
 * @param codes the number in that file of each character's glyph
 * @param advances how far each glyph of that file moves the pen, in thousandths of the font size
 */
record Cut(byte[] file, Map<Integer, Integer> codes, int[] advances) {}
