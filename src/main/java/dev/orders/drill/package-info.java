/**
 * The kill drill: real orders, real worker processes and a real Redis, in a scratch folder, with
 * trouble made on purpose all the while; and then a count of what came of every single order.
 */
@NullMarked
package dev.orders.drill;

import org.jspecify.annotations.NullMarked;
