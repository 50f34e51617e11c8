@NullMarked
package dev.orders.invoice;

import org.jspecify.annotations.NullMarked;
