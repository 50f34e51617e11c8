package dev.orders.email;

import dev.orders.order.AmountFormat;
import dev.orders.order.Order;
import dev.orders.order.ShippingAddress;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Puts an order into the reader's words: each string of it is cleaned here, and nowhere else. */
final class Contents {

  private final Phrases phrases;
  private final AmountFormat amounts;
  private final String orderNumber;
  private final String date;

  Contents(Phrases phrases, Locale locale, long orderId, ZonedDateTime date) {
    this.phrases = phrases;
    this.amounts = new AmountFormat(locale);
    this.orderNumber = Long.toString(orderId);
    this.date = phrases.time(date);
  }

  Content confirmation(Order order) {
    String total = amount(order, order.totalAmount());
    return new Content(
        phrases.get("confirmation.heading"),
        List.of(greeting(order), phrases.get("confirmation.lead", orderNumber, total)),
        facts(new Content.Entry(phrases.get("order.amount"), total)),
        bill(order),
        address(order.shippingAddress()));
  }

  Content notice(Order order, String trackingNumber) {
    String tracking = CleanText.line(trackingNumber);
    return new Content(
        phrases.get("notice.heading"),
        List.of(greeting(order), phrases.get("notice.lead", orderNumber, tracking)),
        facts(new Content.Entry(phrases.get("tracking.number"), tracking)),
        bill(order),
        address(order.shippingAddress()));
  }

  private String greeting(Order order) {
    return phrases.get("greeting", LetterWriter.name(order));
  }

  private List<Content.Entry> facts(Content.Entry last) {
    return List.of(
        new Content.Entry(phrases.get("order.number"), orderNumber),
        new Content.Entry(phrases.get("order.date"), date),
        last);
  }

  private Content.Bill bill(Order order) {
    Content.Entry subtotal =
        new Content.Entry(phrases.get("subtotal"), amount(order, order.subtotal()));
    Stream<Content.Entry> adjustments =
        order.adjustments().stream()
            .map(
                each ->
                    new Content.Entry(CleanText.line(each.label()), amount(order, each.amount())));
    return new Content.Bill(
        lines(order),
        Stream.concat(Stream.of(subtotal), adjustments).toList(),
        new Content.Entry(phrases.get("total"), amount(order, order.totalAmount())));
  }

  private List<Content.Line> lines(Order order) {
    return order.items().stream()
        .map(
            item ->
                new Content.Line(
                    CleanText.line(item.productName()),
                    String.format(Locale.ROOT, "%,d", item.quantity()),
                    amount(order, item.totalPrice())))
        .toList();
  }

  private List<String> address(ShippingAddress to) {
    Object[] parts =
        Stream.of(to.name(), to.street(), to.postalCode(), to.city(), to.country(), to.phone())
            .map(CleanText::line)
            .toArray();
    return phrases.get("address.lines", parts).lines().toList();
  }

  private String amount(Order order, BigDecimal amount) {
    return amounts.format(amount, order.currency());
  }
}
