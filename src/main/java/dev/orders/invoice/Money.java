package dev.orders.invoice;

import dev.orders.order.AmountFormat;
import java.math.BigDecimal;
import java.util.Currency;

/** Writes the amounts of one order. */
record Money(AmountFormat format, Currency currency) {

  String of(BigDecimal amount) {
    return format.format(amount, currency);
  }
}
