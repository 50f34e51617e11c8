package dev.orders.drill;

/**
 * One piece of trouble.
 *
 * @param kind what goes wrong
 * @param at how much of the work is done by then, 0 to 1: progress, so that a fast machine gets as
 *     much trouble as a slow one
 * @param luck decides whatever is left to chance, such as the victim; not negative
 */
record Fault(FaultKind kind, double at, int luck) {

  /** A number below the limit, which is at least 1. */
  int below(int limit) {
    return luck % limit;
  }
}
