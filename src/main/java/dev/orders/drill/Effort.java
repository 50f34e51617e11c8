package dev.orders.drill;

import java.time.Duration;
import java.util.Map;

/**
 * What was done, and done to it.
 *
 * @param orders how many orders were accepted
 * @param took from the first order to the last task
 * @param faults how often each kind was carried out
 * @param faultsLeft how many were planned and not carried out, since the work was over
 * @param restarts how many workers were started in the place of another
 */
public record Effort(
    int orders, Duration took, Map<FaultKind, Integer> faults, int faultsLeft, int restarts) {

  /** Copies the map. */
  public Effort {
    faults = Map.copyOf(faults);
  }

  /** How often that was carried out. */
  public int count(FaultKind kind) {
    return faults.getOrDefault(kind, 0);
  }
}
