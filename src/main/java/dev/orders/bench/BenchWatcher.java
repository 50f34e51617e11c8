package dev.orders.bench;

import dev.orders.redis.ServerReading;

/** Who is told how a bench goes on. */
public interface BenchWatcher {

  /** It begins on this server. */
  void begins(ServerReading server);

  /**
   * A repetition begins.
   *
   * @param number from 1; 0 is the one that only warms up
   * @param inAll how many count
   */
  void repeats(int number, int inAll);
}
