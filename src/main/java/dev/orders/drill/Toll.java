package dev.orders.drill;

/**
 * What all the trouble has cost.
 *
 * @param lost accepted orders of which a task has not succeeded or an effect is missing; must be 0
 * @param ordersDoubled orders that were accepted more than once; must be 0
 * @param executedAgain tasks that may have run more than once: with a worker that died it is not
 *     known how far it had come
 * @param emailsDoubled letters in the outbox beyond one a task; must be 0
 * @param emailsRepeated letters that were sent again under the same name and replaced themselves
 * @param shipmentsDoubled parcels beyond one an order; must be 0
 * @param shipmentsRepeated registrations that the carrier recognized by their key
 * @param staleRefused settlements of workers that had lost the task meanwhile, refused
 */
public record Toll(
    long lost,
    long ordersDoubled,
    long executedAgain,
    long emailsDoubled,
    long emailsRepeated,
    long shipmentsDoubled,
    long shipmentsRepeated,
    long staleRefused) {

  /** True when nothing was lost and nobody outside has got anything twice. */
  public boolean isNothing() {
    return lost + ordersDoubled + emailsDoubled + shipmentsDoubled == 0;
  }
}
