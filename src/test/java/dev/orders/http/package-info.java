@NullMarked
package dev.orders.http;

import org.jspecify.annotations.NullMarked;
