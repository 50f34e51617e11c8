package dev.orders.drill;

import dev.orders.queue.AuditReport;
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
 * @param audit whether the books balance, the folders beside them included
 */
public record DrillReport(
    long seed,
    Path scratch,
    Effort effort,
    long tasks,
    Toll toll,
    RecoveryTimes recovery,
    List<String> losses,
    AuditReport audit) {

  private static final int EXAMPLES = 5;

  /** Copies the list. */
  public DrillReport {
    losses = List.copyOf(losses);
  }

  /** True when nothing was lost, nothing doubled, and the books balance. */
  public boolean hasPassed() {
    return toll.isNothing() && losses.isEmpty() && audit.isClean() && audit.isComplete();
  }

  /** What is wrong with the books, a line for each flaw. */
  public List<String> findings() {
    return audit.findings().stream().map(DrillReport::told).toList();
  }

  private static String told(AuditReport.Finding finding) {
    List<String> items = finding.items();
    List<String> some = items.subList(0, Math.min(EXAMPLES, items.size()));
    return "%s: %,d, such as %s"
        .formatted(finding.flaw().sentence(), items.size(), String.join(", ", some));
  }

  /** The share of tasks that may have run more than once, in percent. */
  public double executedAgainPercent() {
    return tasks == 0 ? 0 : 100.0 * toll.executedAgain() / tasks;
  }
}
