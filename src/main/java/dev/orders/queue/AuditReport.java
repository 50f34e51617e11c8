package dev.orders.queue;

import java.util.List;

/**
 * What an audit found.
 *
 * @param orders how many orders it looked at
 * @param tasks how many tasks they have
 * @param findings what is wrong, by check; empty when the books balance
 * @param isComplete false when so much is wrong that the audit stopped taking note of it
 */
public record AuditReport(long orders, long tasks, List<Finding> findings, boolean isComplete) {

  /** Copies the list. */
  public AuditReport {
    findings = List.copyOf(findings);
  }

  /** True when nothing is wrong. */
  public boolean isClean() {
    return findings.isEmpty();
  }

  /** What a check found; empty when all is well. */
  public List<Finding> of(Check check) {
    return findings.stream().filter(finding -> finding.flaw().check() == check).toList();
  }

  /**
   * Everything that has one flaw.
   *
   * @param flaw what is wrong
   * @param items with what: ids of tasks or orders, keys, or a sentence; at least one
   */
  public record Finding(Flaw flaw, List<String> items) {

    /** Copies the list. */
    public Finding {
      items = List.copyOf(items);
    }
  }
}
