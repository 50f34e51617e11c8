@NullMarked
package dev.orders.drill;

import org.jspecify.annotations.NullMarked;
