package dev.orders.invoice;

import dev.orders.invoice.Pagination.Placed;
import dev.orders.order.AmountFormat;
import dev.orders.order.Order;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Arranges an invoice on pages: the opening, the items, and the totals, which never stand without
 * the last item. Where there are several pages, each says which it is.
 */
final class InvoiceLayout {

  private static final Column FOOTER_LEFT = Column.left(Sheet.LEFT, 300);
  private static final Column FOOTER_RIGHT = Column.right(Sheet.RIGHT - 100, 100);

  private final Seller seller;
  private final ZoneId zone;
  private final Labels labels;
  private final AmountFormat amounts;

  InvoiceLayout(Seller seller, Locale locale, ZoneId zone) {
    this.seller = seller;
    this.zone = zone;
    this.labels = new Labels(locale);
    this.amounts = new AmountFormat(locale);
  }

  /** The pages, at least one. */
  List<List<Placed>> pages(Invoice invoice) {
    Order order = invoice.order();
    Money money = new Money(amounts, order.currency());
    Pagination pagination = new Pagination();
    pagination.place(Opening.rows(invoice, seller, labels, zone));
    ItemTable table = new ItemTable(labels, money, order);
    List<List<Row>> groups = groups(table.rows(), Totals.rows(labels, money, order));
    pagination.begin(table.header(), groups.get(0));
    groups.subList(1, groups.size()).forEach(pagination::place);
    return numbered(invoice, pagination.pages());
  }

  /** The document's title, such as {@code Invoice 17}. */
  String title(Invoice invoice) {
    return labels.get("document", Long.toString(invoice.orderId()));
  }

  /** The language that the invoice speaks, as a tag. */
  String language() {
    return labels.get("language");
  }

  private static List<List<Row>> groups(List<Row> items, List<Row> totals) {
    List<List<Row>> groups = new ArrayList<>();
    int last = items.size() - 1;
    items.subList(0, last).forEach(item -> groups.add(List.of(item)));
    List<Row> ending = new ArrayList<>(items.subList(last, items.size()));
    ending.addAll(totals);
    groups.add(ending);
    return groups;
  }

  private List<List<Placed>> numbered(Invoice invoice, List<List<Placed>> pages) {
    int count = pages.size();
    for (int number = 1; count > 1 && number <= count; number++) {
      String page = labels.get("page", Integer.toString(number), Integer.toString(count));
      Row footer =
          Row.plain(
              0,
              0,
              Cell.of(FOOTER_LEFT, Style.SMALL, title(invoice)),
              Cell.of(FOOTER_RIGHT, Style.SMALL, page));
      pages.get(number - 1).add(new Placed(footer, Sheet.FOOTER));
    }
    return pages;
  }
}
