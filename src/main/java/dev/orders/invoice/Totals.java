package dev.orders.invoice;

import dev.orders.order.Order;
import dev.orders.order.Order.Adjustment;
import java.util.ArrayList;
import java.util.List;

/** Subtotal, adjustments and the grand total, at the right below the table. */
final class Totals {

  private static final float LEFT = 290;
  private static final float INSET = 6;
  private static final Column LABEL = Column.left(LEFT + INSET, 110);
  private static final Column AMOUNT =
      Column.right(LABEL.left() + 116, Sheet.RIGHT - INSET - LABEL.left() - 116);
  private static final Backdrop TOTAL = new Backdrop(LEFT, Ink.TINT, Ink.ACCENT, 1.2f);

  private Totals() {}

  static List<Row> rows(Labels labels, Money money, Order order) {
    List<Row> rows = new ArrayList<>();
    rows.add(line(10, labels.get("subtotal"), money.of(order.subtotal())));
    for (Adjustment adjustment : order.adjustments()) {
      rows.add(line(2, adjustment.label(), money.of(adjustment.amount())));
    }
    rows.add(Row.plain(6, 0, new Cell(LABEL, List.of())));
    rows.add(grandTotal(labels.get("grand.total"), money.of(order.totalAmount())));
    return rows;
  }

  private static Row line(float above, String label, String amount) {
    return Row.plain(
        above, 2, Cell.of(LABEL, Style.LABEL, label), Cell.of(AMOUNT, Style.BODY, amount));
  }

  private static Row grandTotal(String label, String amount) {
    List<Cell> cells =
        List.of(Cell.of(LABEL, Style.TOTAL, label), Cell.of(AMOUNT, Style.TOTAL, amount));
    return new Row(cells, 8, 8, TOTAL);
  }
}
