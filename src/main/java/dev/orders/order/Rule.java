package dev.orders.order;

import org.jspecify.annotations.Nullable;

/** What a value must be like. */
@FunctionalInterface
interface Rule<T> {

  /** What is wrong with the value, in words that follow its path; null when nothing is. */
  @Nullable String faultIn(T value);
}
