package dev.orders.queue;

import java.time.Instant;

/**
 * Which queue this is.
 *
 * @param instance its random id, settled when it was first used
 * @param now what the server's clock says
 * @param isUnused true when it never accepted an order
 */
public record Installation(String instance, Instant now, boolean isUnused) {}
