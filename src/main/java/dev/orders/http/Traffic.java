package dev.orders.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Counts what this server has answered since it was started. Thread-safe. */
final class Traffic {

  private final Map<Kind, Sum> sums = new ConcurrentHashMap<>();
  private final AtomicInteger listeners = new AtomicInteger();

  /**
   * A kind of answer.
   *
   * @param route the path's form, so that there are only so many
   */
  record Kind(String method, String route, int status) {}

  /** How many answers, and how long they took together. */
  static final class Sum {
    private final LongAdder count = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    long count() {
      return count.sum();
    }

    double seconds() {
      return nanos.sum() / 1e9;
    }
  }

  /** Counts an answer. */
  void answered(Kind kind, long nanos) {
    Sum sum = sums.computeIfAbsent(kind, none -> new Sum());
    sum.count.increment();
    sum.nanos.add(nanos);
  }

  Map<Kind, Sum> sums() {
    return Map.copyOf(sums);
  }

  /** How many clients follow events. */
  AtomicInteger listeners() {
    return listeners;
  }
}
