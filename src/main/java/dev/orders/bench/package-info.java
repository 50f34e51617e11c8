/**
 * Measures this program on this machine: {@code orders bench}. The worker, the handlers and the
 * scripts are those of production; the namespace, the folders and the adapters are scratch ones, so
 * that nothing is mailed and nothing is shipped. {@link dev.orders.bench.Bench} tells the story.
 */
@NullMarked
package dev.orders.bench;

import org.jspecify.annotations.NullMarked;
