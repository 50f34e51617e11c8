package dev.orders.redis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What seemed wrong at the first look and is to be looked at again. Bounded: an audit that suspects
 * that much has found enough to begin with.
 */
final class Suspects<T> {

  static final int MOST = 100_000;

  private final Set<T> all = new LinkedHashSet<>();
  private boolean isFull;

  void add(T suspect) {
    if (all.size() < MOST) {
      all.add(suspect);
    } else {
      isFull = true;
    }
  }

  /** True when not every suspect found room. */
  boolean isFull() {
    return isFull;
  }

  List<T> all() {
    return List.copyOf(all);
  }
}
