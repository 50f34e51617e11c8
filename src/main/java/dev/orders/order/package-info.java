@NullMarked
package dev.orders.order;

import org.jspecify.annotations.NullMarked;
