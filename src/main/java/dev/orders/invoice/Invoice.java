package dev.orders.invoice;

import dev.orders.order.Order;
import dev.orders.order.OrderJson;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What an invoice is made from. Equal invoices make equal documents, byte for byte.
 *
 * @param orderId the order's id, at least 1
 * @param createdAt when the order was accepted
 * @param order what was ordered
 */
public record Invoice(long orderId, Instant createdAt, Order order) {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd_HHmmss", Locale.ROOT);

  /** Reads the order from its JSON body. */
  public static Invoice of(long orderId, Instant createdAt, String body) {
    return new Invoice(orderId, createdAt, OrderJson.parse(body));
  }

  /** The document's name, the same for every making: {@code invoice_17_20260301_143005.pdf}. */
  public String fileName(ZoneId zone) {
    return "invoice_" + orderId + "_" + STAMP.format(createdAt.atZone(zone)) + ".pdf";
  }
}
