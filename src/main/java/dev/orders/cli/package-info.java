/** The command line: one class a verb, which parses, makes one call and renders. */
@NullMarked
package dev.orders.cli;

import org.jspecify.annotations.NullMarked;
