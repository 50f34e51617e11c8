/** What `orders` can do, for whoever asks: the settings, the composition root and the use cases. */
@NullMarked
package dev.orders.app;

import org.jspecify.annotations.NullMarked;
