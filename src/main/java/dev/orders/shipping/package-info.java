/** Hands orders to a carrier, and keeps what becomes of them afterwards. */
@NullMarked
package dev.orders.shipping;

import org.jspecify.annotations.NullMarked;
