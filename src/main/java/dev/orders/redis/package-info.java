/** The only room that speaks to Redis. Every change is one script; reads are plain commands. */
@NullMarked
package dev.orders.redis;

import org.jspecify.annotations.NullMarked;
