package dev.orders.drill;

import java.nio.file.Path;
import java.util.List;

/**
 * What came of a drill.
 *
 * @param seed draws the same orders and the same plan again
 * @param scratch where everything is kept unless it has passed
 * @param effort what was done
 * @param tasks how many tasks followed from the orders
 * @param toll what it has cost
 * @param recovery how long the work of killed workers lay idle
 * @param losses what was lost or never finished, in words
 * @param audit what is wrong with the books, in words
 */
public record DrillReport(
    long seed,
    Path scratch,
    Effort effort,
    long tasks,
    Toll toll,
    RecoveryTimes recovery,
    List<String> losses,
    List<String> audit) {

  /** Copies the lists. */
  public DrillReport {
    losses = List.copyOf(losses);
    audit = List.copyOf(audit);
  }

  /** True when nothing was lost, nothing doubled, and the books balance. */
  public boolean hasPassed() {
    return toll.isNothing() && losses.isEmpty() && audit.isEmpty();
  }

  /** The share of tasks that may have run more than once, in percent. */
  public double executedAgainPercent() {
    return tasks == 0 ? 0 : 100.0 * toll.executedAgain() / tasks;
  }
}
