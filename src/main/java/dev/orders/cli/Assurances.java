package dev.orders.cli;

import dev.orders.queue.Durability;
import dev.orders.queue.Receipt;
import java.util.LinkedHashMap;
import java.util.Map;

/** What Redis promised for the orders of one command, each promise told once. */
final class Assurances {

  private final Map<Durability, Integer> orders = new LinkedHashMap<>();

  /** Remembers what was promised for an order, if anybody asked. */
  void note(Receipt receipt) {
    if (receipt.durability() != null) {
      orders.merge(receipt.durability(), 1, Integer::sum);
    }
  }

  /** Says by what the orders are durable, or why they are not; returns the exit code. */
  int tell(Talk talk) {
    orders.forEach((durability, count) -> tell(talk, durability, count));
    if (orders.keySet().stream().allMatch(Durability::isDurable)) {
      return ExitCodes.OK;
    }
    talk.complain(
        "Redis can vouch for orders with a replica, or with appendonly yes and appendfsync always.");
    return ExitCodes.REDIS;
  }

  private static void tell(Talk talk, Durability durability, int count) {
    String what = "%,d order%s".formatted(count, count == 1 ? "" : "s");
    if (durability.isDurable()) {
      talk.say("durable: %s, %s.", what, durability.how());
    } else {
      talk.complain("orders: not durable: %s accepted, but %s.".formatted(what, durability.how()));
    }
  }
}
