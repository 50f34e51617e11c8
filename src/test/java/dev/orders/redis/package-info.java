@NullMarked
package dev.orders.redis;

import org.jspecify.annotations.NullMarked;
