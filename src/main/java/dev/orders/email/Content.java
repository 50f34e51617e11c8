package dev.orders.email;

import java.util.List;

/**
 * What a letter says, before it is set as text and as HTML. Every part is clean and in the reader's
 * language.
 *
 * @param heading what it is about
 * @param lead the greeting, then a paragraph each
 * @param facts what the reader may want to look up
 * @param bill what was ordered
 * @param address where it goes, line by line
 */
record Content(
    String heading, List<String> lead, List<Entry> facts, Bill bill, List<String> address) {

  /** A label and what it stands for. */
  record Entry(String label, String value) {}

  /**
   * The items and what they come to.
   *
   * @param sums the subtotal and each adjustment
   * @param total what there is to pay
   */
  record Bill(List<Line> lines, List<Entry> sums, Entry total) {}

  /** One item; the amount is that of the whole line. */
  record Line(String product, String quantity, String amount) {}
}
