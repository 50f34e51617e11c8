package dev.orders.redis;

import dev.orders.queue.Flaw;

/** Takes note of what is wrong. */
@FunctionalInterface
interface Flaws {

  /** Notes that the item, an id or a key or a sentence, has the flaw. */
  void add(Flaw flaw, String item);
}
