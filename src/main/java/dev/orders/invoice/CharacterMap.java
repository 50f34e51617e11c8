package dev.orders.invoice;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells readers which character a code stands for, so that text can be copied and searched (ISO
 * 32000-1, 9.10.3).
 */
final class CharacterMap {

  private static final String BEGIN =
      """
      /CIDInit /ProcSet findresource begin 12 dict begin begincmap
      /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
      /CMapName /Adobe-Identity-UCS def /CMapType 2 def
      1 begincodespacerange <0000> <FFFF> endcodespacerange
      """;

  private static final String END =
      "endcmap CMapName currentdict /CMap defineresource pop end end\n";

  /** No more in one block (Adobe Technical Note 5014). */
  private static final int BLOCK = 100;

  private final Map<Integer, Integer> characters = new TreeMap<>();

  /** Of characters that share a code, the map knows the lowest. */
  CharacterMap(Map<Integer, Integer> codes) {
    codes.forEach((character, code) -> characters.merge(code, character, Math::min));
  }

  byte[] bytes() {
    StringBuilder map = new StringBuilder(BEGIN);
    Iterator<Map.Entry<Integer, Integer>> entries = characters.entrySet().iterator();
    for (int left = characters.size(); left > 0; left -= BLOCK) {
      int count = Math.min(left, BLOCK);
      map.append(count).append(" beginbfchar\n");
      for (int i = 0; i < count; i++) {
        add(map, entries.next());
      }
      map.append("endbfchar\n");
    }
    return map.append(END).toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void add(StringBuilder map, Map.Entry<Integer, Integer> entry) {
    HexFormat hex = HexFormat.of();
    map.append('<').append(hex.toHexDigits(entry.getKey().shortValue())).append("> <");
    map.append(hex.toHexDigits(entry.getValue().shortValue())).append(">\n");
  }
}
