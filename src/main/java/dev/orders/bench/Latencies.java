package dev.orders.bench;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Times that something took. Thread-safe. */
final class Latencies {

  private static final double NANOS_A_MILLI = 1e6;

  private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();

  void add(long took) {
    nanos.add(took);
  }

  /** Milliseconds that so many percent of the times do not exceed; there must be some. */
  double percentile(int percent) {
    List<Long> sorted = nanos.stream().sorted().toList();
    int index = (int) Math.ceil(sorted.size() * percent / 100.0) - 1;
    return sorted.get(Math.max(0, index)) / NANOS_A_MILLI;
  }
}
