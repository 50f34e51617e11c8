package dev.orders.invoice;

import dev.orders.order.Order;
import dev.orders.order.ShippingAddress;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The upper part of the invoice: title and seller, then the order beside the address it goes to.
 */
final class Opening {

  private static final float MIDDLE = 318;
  private static final Column TITLE = Column.left(Sheet.LEFT, 220);
  private static final Column SELLER = Column.right(285, Sheet.RIGHT - 285);
  private static final Column ORDER = Column.left(Sheet.LEFT, 245);
  private static final Column LABEL = Column.left(Sheet.LEFT, 76);
  private static final Column VALUE = Column.left(Sheet.LEFT + 80, 165);
  private static final Column ADDRESS = Column.left(MIDDLE, Sheet.RIGHT - MIDDLE);

  private final Labels labels;
  private final List<Line> names = new ArrayList<>();
  private final List<Line> values = new ArrayList<>();

  private Opening(Labels labels) {
    this.labels = labels;
  }

  static List<Row> rows(Invoice invoice, Seller seller, Labels labels, ZoneId zone) {
    Opening opening = new Opening(labels);
    return List.of(
        opening.title(seller),
        Row.plain(
            18,
            3,
            Cell.of(ORDER, Style.HEADING, labels.get("order")),
            Cell.of(ADDRESS, Style.HEADING, labels.get("ship.to"))),
        opening.order(invoice, zone));
  }

  private Row title(Seller seller) {
    Cell title = Cell.of(TITLE, Style.TITLE, labels.get("title"));
    return new Row(List.of(title, seller(seller)), 0, 12, Backdrop.STRONG_LINE);
  }

  private Cell seller(Seller seller) {
    List<Line> lines = new ArrayList<>();
    addIfKnown(lines, Style.SELLER, null, seller.name());
    String address = seller.address() == null ? "" : seller.address();
    address.lines().forEach(line -> addIfKnown(lines, Style.SMALL, null, line));
    addIfKnown(lines, Style.SMALL, "registration", seller.registration());
    addIfKnown(lines, Style.SMALL, "phone", seller.phone());
    addIfKnown(lines, Style.SMALL, null, seller.email());
    return new Cell(SELLER, lines);
  }

  private void addIfKnown(
      List<Line> lines, Style style, @Nullable String label, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      lines.addAll(SELLER.set(style, label == null ? value : labels.get(label, value)));
    }
  }

  private Row order(Invoice invoice, ZoneId zone) {
    Order order = invoice.order();
    add("number", Style.STRONG, Long.toString(invoice.orderId()));
    add("date", Style.BODY, labels.date(invoice.createdAt().atZone(zone)));
    add("customer", Style.BODY, order.customerName());
    add("email", Style.BODY, order.customerEmail());
    return Row.plain(
        0, 22, new Cell(LABEL, names), new Cell(VALUE, values), address(order.shippingAddress()));
  }

  /** One label beside its value; the labels go on below the last line of a value that wraps. */
  private void add(String key, Style style, String value) {
    names.addAll(LABEL.set(Style.LABEL, labels.get(key)));
    values.addAll(VALUE.set(style, value));
    Line gap = new Line("", Style.LABEL);
    while (names.size() < values.size()) {
      names.add(gap);
    }
    while (values.size() < names.size()) {
      values.add(gap);
    }
  }

  private static Cell address(ShippingAddress address) {
    List<Line> lines = new ArrayList<>(ADDRESS.set(Style.STRONG, address.name()));
    lines.addAll(ADDRESS.set(Style.BODY, address.street()));
    lines.addAll(ADDRESS.set(Style.BODY, address.city() + " " + address.postalCode()));
    lines.addAll(ADDRESS.set(Style.BODY, address.country()));
    lines.addAll(ADDRESS.set(Style.BODY, address.phone()));
    return new Cell(ADDRESS, lines);
  }
}
