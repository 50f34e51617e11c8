package dev.orders.email;

/**
 * Sets a letter as plain text, for mail programs that show no HTML and for people who prefer it.
 */
final class TextBody {

  private final Phrases phrases;
  private final String shop;

  /** Signs with the shop's name; an empty one leaves the letter unsigned. */
  TextBody(Phrases phrases, String shop) {
    this.phrases = phrases;
    this.shop = shop;
  }

  /** The text; lines end in a line feed. */
  String render(Content content) {
    StringBuilder text = new StringBuilder();
    content.lead().forEach(paragraph -> text.append(paragraph).append("\n\n"));
    content.facts().forEach(fact -> entry(text, "", fact));
    bill(text, content.bill());
    section(text, "address");
    content.address().forEach(line -> text.append("  ").append(line).append('\n'));
    signature(text);
    return text.toString();
  }

  private void bill(StringBuilder text, Content.Bill bill) {
    section(text, "items");
    for (Content.Line line : bill.lines()) {
      text.append("  - ").append(line.product()).append(" × ").append(line.quantity());
      text.append(": ").append(line.amount()).append('\n');
    }
    text.append('\n');
    bill.sums().forEach(sum -> entry(text, "  ", sum));
    entry(text, "  ", bill.total());
  }

  private void section(StringBuilder text, String key) {
    text.append("\n[").append(phrases.get(key)).append("]\n");
  }

  private static void entry(StringBuilder text, String indent, Content.Entry entry) {
    text.append(indent).append(entry.label()).append(": ").append(entry.value()).append('\n');
  }

  private void signature(StringBuilder text) {
    // The line before a signature is two hyphens and a space, RFC 3676 section 4.3.
    text.append("\n-- \n");
    if (!shop.isEmpty()) {
      text.append(shop).append('\n');
    }
    text.append(phrases.get("closing")).append('\n');
  }
}
