package dev.orders.email;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Sets a letter as HTML for mail programs: tables and inline styles, for many of them know nothing
 * else, and no picture, link or script, for there is nothing to load or to follow.
 */
final class HtmlBody {

  private static final String LABEL = "color:#6b7280;padding:3px 16px 3px 0;white-space:nowrap";
  private static final String VALUE = "padding:3px 0;font-weight:600";
  private static final String HEAD =
      "color:#6b7280;border-bottom:1px solid #d1d5db;font-weight:400;";
  private static final String CELL = "border-bottom:1px solid #e5e7eb;vertical-align:top;";
  private static final String RIGHT = "text-align:right;white-space:nowrap";
  private static final String PROSE = "word-break:keep-all;overflow-wrap:anywhere";
  private static final String WRAP = "text-align:left;word-break:break-word;overflow-wrap:anywhere";

  private final Phrases phrases;
  private final String shop;

  /** Heads the letter with the shop's name; an empty one leaves it out. */
  HtmlBody(Phrases phrases, String shop) {
    this.phrases = phrases;
    this.shop = shop;
  }

  /** A whole page; its lines are short enough for mail as long as the order's words are. */
  String render(Content content) {
    return HtmlPage.TEMPLATE.formatted(
        phrases.language(),
        CleanText.html(content.heading()),
        CleanText.html(shop),
        CleanText.html(content.heading()),
        paragraphs(content.lead()),
        facts(content.facts()),
        heading("items"),
        bill(content.bill()),
        heading("address"),
        address(content.address()),
        CleanText.html(phrases.get("closing")));
  }

  private static String paragraphs(List<String> lead) {
    return lead.stream()
        .map(each -> "<p style=\"margin:0 0 12px;" + PROSE + "\">" + CleanText.html(each) + "</p>")
        .collect(Collectors.joining("\n"));
  }

  private static String facts(List<Content.Entry> facts) {
    return facts.stream()
        .map(fact -> row(cell(LABEL, fact.label()), cell(VALUE, fact.value())))
        .collect(Collectors.joining());
  }

  private String heading(String key) {
    return CleanText.html(phrases.get(key));
  }

  private String bill(Content.Bill bill) {
    return head()
        + bill.lines().stream().map(HtmlBody::line).collect(Collectors.joining())
        + bill.sums().stream().map(HtmlBody::sum).collect(Collectors.joining())
        + sumRow("padding:12px 0 0;font-size:17px;font-weight:700;", bill.total());
  }

  private String head() {
    return row(
        cell(HEAD + "width:100%;padding:8px 0;" + WRAP, phrases.get("product")),
        cell(HEAD + "padding:8px 0 8px 16px;" + RIGHT, phrases.get("quantity")),
        cell(HEAD + "padding:8px 0 8px 16px;" + RIGHT, phrases.get("amount")));
  }

  private static String line(Content.Line line) {
    return row(
        cell(CELL + "padding:10px 0;" + WRAP, line.product()),
        cell(CELL + "padding:10px 0 10px 16px;" + RIGHT, line.quantity()),
        cell(CELL + "padding:10px 0 10px 16px;" + RIGHT, line.amount()));
  }

  private static String sum(Content.Entry sum) {
    return sumRow("padding:8px 0 0;color:#4b5563;", sum);
  }

  private static String sumRow(String style, Content.Entry sum) {
    return row(
        "<td colspan=\"2\" style=\"" + style + WRAP + "\">" + CleanText.html(sum.label()) + "</td>",
        cell(style + RIGHT, sum.value()));
  }

  private static String address(List<String> lines) {
    return lines.stream().map(CleanText::html).collect(Collectors.joining("<br>\n"));
  }

  private static String row(String... cells) {
    return "<tr>\n" + String.join("\n", cells) + "\n</tr>\n";
  }

  private static String cell(String style, String content) {
    return "<td style=\"" + style + "\">" + CleanText.html(content) + "</td>";
  }
}
