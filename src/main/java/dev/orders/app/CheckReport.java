package dev.orders.app;

import dev.orders.order.Fault;
import java.util.List;

/**
 * What a first reading of the input found.
 *
 * @param orders how many good orders there are
 * @param isSingle true when the input as a whole is one file that holds a single object
 * @param faults the first faults, in the order of the input
 * @param faultCount how many faults there are in all
 * @param warnings the first oddities that do no harm
 * @param warningCount how many of these there are in all
 */
public record CheckReport(
    long orders,
    boolean isSingle,
    List<Fault> faults,
    long faultCount,
    List<Fault> warnings,
    long warningCount) {

  /** Copies the lists. */
  public CheckReport {
    faults = List.copyOf(faults);
    warnings = List.copyOf(warnings);
  }
}
