@NullMarked
package dev.orders.worker;

import org.jspecify.annotations.NullMarked;
