/** Carries out what follows from a shop's orders. */
@NullMarked
package dev.orders;

import org.jspecify.annotations.NullMarked;
