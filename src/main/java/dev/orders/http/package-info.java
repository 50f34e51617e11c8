/**
 * The HTTP front: what the command line can do, behind a port. Netty carries it, since with a
 * thread a request thirty-two clients that send half a request are enough to silence a server; a
 * slow client costs memory here, and no thread.
 */
@NullMarked
package dev.orders.http;

import org.jspecify.annotations.NullMarked;
