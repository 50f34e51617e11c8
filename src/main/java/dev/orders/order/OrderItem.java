package dev.orders.order;

import java.math.BigDecimal;

/**
 * One line of an order.
 *
 * @param productId the shop's number, above 0
 * @param productName not blank
 * @param quantity at least 1
 * @param unitPrice in the currency's units, not negative
 * @param totalPrice quantity × unit price
 */
public record OrderItem(
    long productId,
    String productName,
    long quantity,
    BigDecimal unitPrice,
    BigDecimal totalPrice) {}
