package dev.orders.worker;

import dev.orders.queue.Broker;
import java.util.random.RandomGenerator;

/**
 * What all parts of one worker share.
 *
 * @param broker where tasks come from
 * @param options how the worker is to work
 * @param clock judges its leases
 * @param random safe for use by several threads
 */
record Site(Broker broker, WorkerOptions options, LeaseClock clock, RandomGenerator random) {

  /** A new outage log for one actor. */
  Outage outage(String what) {
    return new Outage(what, random);
  }
}
