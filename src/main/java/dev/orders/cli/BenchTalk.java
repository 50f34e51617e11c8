package dev.orders.cli;

import dev.orders.bench.BenchWatcher;
import dev.orders.redis.ServerReading;

/** Says how a bench goes on. */
final class BenchTalk implements BenchWatcher {

  private final Talk talk;

  BenchTalk(Talk talk) {
    this.talk = talk;
  }

  @Override
  public void begins(ServerReading server) {
    talk.say("Redis %s, %s. Ctrl-C ends it.", server.version(), server.persistence());
  }

  @Override
  public void repeats(int number, int inAll) {
    talk.say(number == 0 ? "warming up" : "repetition %d of %d".formatted(number, inAll));
  }
}
