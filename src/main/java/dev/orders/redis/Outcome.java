package dev.orders.redis;

import org.jspecify.annotations.Nullable;

/**
 * What came of one of several requests.
 *
 * @param answer null when there is none
 * @param trouble why there is none; null when there is one
 */
record Outcome<T>(@Nullable T answer, @Nullable Exception trouble) {}
