@NullMarked
package dev.orders.queue;

import org.jspecify.annotations.NullMarked;
