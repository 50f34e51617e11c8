package dev.orders.queue;

import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * What an audit holds the books to.
 *
 * @param plan what tasks an order has
 * @param fingerprint makes the fingerprint of a body
 * @param longestLease no lease runs longer than that from now
 * @param patience how long a worker that serves a queue may leave what is due in it
 */
public record AuditTerms(
    OrderPlan plan, UnaryOperator<String> fingerprint, Duration longestLease, Duration patience) {}
