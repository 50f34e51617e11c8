package dev.orders.http;

import io.netty.channel.group.ChannelGroup;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What all connections share.
 *
 * @param patience how long a client may take
 * @param channels every open connection
 * @param isStopping true once no further request is to be taken
 */
record Front(
    Router router,
    Guard guard,
    Crew crew,
    Traffic traffic,
    Clock clock,
    Duration patience,
    ChannelGroup channels,
    AtomicBoolean isStopping) {

  /** The largest document that is taken as a whole, in bytes: one order. */
  static final int LARGEST = 1 << 20;

  /** How many connections there may be. */
  static final int MOST_CONNECTIONS = 8_192;
}
