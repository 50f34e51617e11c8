package dev.orders.invoice;

import dev.orders.order.Order;
import dev.orders.order.OrderItem;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The table of items. The columns of figures are as wide as their widest figure, within bounds; the
 * product has what is left.
 */
final class ItemTable {

  private static final float GAP = 14;
  private static final float INSET = 6;

  private final Labels labels;
  private final Money money;
  private final Order order;
  private final Column product;
  private final Column quantity;
  private final Column unitPrice;
  private final Column total;

  ItemTable(Labels labels, Money money, Order order) {
    this.labels = labels;
    this.money = money;
    this.order = order;
    total =
        before(Sheet.RIGHT - INSET, width("total", 60, 112, item -> money.of(item.totalPrice())));
    unitPrice =
        before(
            total.left() - GAP, width("unit.price", 50, 104, item -> money.of(item.unitPrice())));
    quantity = before(unitPrice.left() - GAP, width("quantity", 28, 64, ItemTable::quantity));
    float left = Sheet.LEFT + INSET;
    product = Column.left(left, quantity.left() - GAP - left);
  }

  Row header() {
    List<Cell> cells =
        List.of(
            Cell.of(product, Style.HEADING, labels.get("product")),
            Cell.of(quantity, Style.HEADING, labels.get("quantity")),
            Cell.of(unitPrice, Style.HEADING, labels.get("unit.price")),
            Cell.of(total, Style.HEADING, labels.get("total")));
    return new Row(cells, 5, 5, Backdrop.BAND);
  }

  List<Row> rows() {
    return order.items().stream().map(this::row).toList();
  }

  private Row row(OrderItem item) {
    List<Cell> cells =
        List.of(
            Cell.of(product, Style.BODY, item.productName()),
            Cell.of(quantity, Style.BODY, quantity(item)),
            Cell.of(unitPrice, Style.BODY, money.of(item.unitPrice())),
            Cell.of(total, Style.BODY, money.of(item.totalPrice())));
    return new Row(cells, 5, 5, Backdrop.HAIRLINE);
  }

  private float width(String label, float least, float most, Function<OrderItem, String> figure) {
    float width = Math.max(least, Style.HEADING.width(labels.get(label)));
    for (OrderItem item : order.items()) {
      width = Math.max(width, Style.BODY.width(figure.apply(item)));
    }
    return Math.min(width + 1, most);
  }

  private static Column before(float right, float width) {
    return Column.right(right - width, width);
  }

  private static String quantity(OrderItem item) {
    return String.format(Locale.ROOT, "%,d", item.quantity());
  }
}
