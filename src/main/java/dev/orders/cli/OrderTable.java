package dev.orders.cli;

import dev.orders.app.JsonForm;
import dev.orders.app.OrderView;
import dev.orders.app.OrderViewJson;
import dev.orders.app.Services;
import dev.orders.order.AmountFormat;
import dev.orders.order.Order;
import dev.orders.order.OrderItem;
import dev.orders.order.ShippingAddress;
import dev.orders.queue.OrderRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How an order is shown: a line a part of it, the tasks last. */
final class OrderTable implements View<OrderView> {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);

  private final TaskTable tasks;
  private final AmountFormat amounts;
  private final ZoneId zone;

  OrderTable(Services services) {
    this.tasks = new TaskTable(services);
    this.zone = services.settings().zone();
    this.amounts = new AmountFormat(services.settings().locale());
  }

  @Override
  public List<String> columns() {
    return List.of("WHAT", "VALUE");
  }

  @Override
  public List<List<String>> rows(OrderView view) {
    List<List<String>> rows = new ArrayList<>();
    addRecord(rows, view.record());
    addOrder(rows, view.order());
    view.tasks().stream()
        .flatMap(task -> tasks.rows(task).stream())
        .forEach(row -> add(rows, row.get(0), row.get(2) + ": " + row.get(4)));
    return rows;
  }

  private void addRecord(List<List<String>> rows, OrderRecord record) {
    add(rows, "order", Long.toString(record.id()));
    add(rows, "status", record.status());
    add(rows, "created", time(record.createdAt()));
    add(rows, "updated", time(record.updatedAt()));
    add(rows, "tracking number", record.trackingNumber());
    add(rows, "idempotency key", record.idempotencyKey());
  }

  private void addOrder(List<List<String>> rows, Order order) {
    add(rows, "customer", order.customerName() + " <" + order.customerEmail() + ">");
    for (OrderItem item : order.items()) {
      add(rows, "item " + item.productId(), item(item, order));
    }
    for (Order.Adjustment adjustment : order.adjustments()) {
      add(rows, "adjustment", adjustment.label() + " " + amount(adjustment.amount(), order));
    }
    add(rows, "total", amount(order.totalAmount(), order));
    add(rows, "ship to", address(order.shippingAddress()));
  }

  private String item(OrderItem item, Order order) {
    return "%d × %s = %s"
        .formatted(item.quantity(), item.productName(), amount(item.totalPrice(), order));
  }

  private String amount(BigDecimal amount, Order order) {
    return amounts.format(amount, order.currency());
  }

  private static String address(ShippingAddress to) {
    return String.join(
        ", ", to.name(), to.street(), to.city(), to.postalCode(), to.country(), to.phone());
  }

  private String time(Instant instant) {
    return TIME.format(instant.atZone(zone));
  }

  private static void add(List<List<String>> rows, String what, @Nullable String value) {
    if (value != null) {
      rows.add(List.of(what, value));
    }
  }

  @Override
  public List<String> ids(OrderView view) {
    return List.of(Long.toString(view.record().id()));
  }

  @Override
  public JsonForm<OrderView> json() {
    return new OrderViewJson(tasks.json(), zone);
  }
}
