package dev.orders.app;

import dev.orders.queue.AuditReport;
import dev.orders.queue.Auditor.Repair;
import java.util.List;

/**
 * What came of an audit.
 *
 * @param report what was found, after the repairs if there were any
 * @param withFiles true when files were looked at, too
 * @param repairs what was repaired, or left
 */
public record AuditOutcome(AuditReport report, boolean withFiles, List<Repair> repairs) {

  /** Copies the list. */
  public AuditOutcome {
    repairs = List.copyOf(repairs);
  }
}
