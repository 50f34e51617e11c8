package dev.orders.app;

import dev.orders.order.OrderJson;
import dev.orders.queue.AuditReport;
import dev.orders.queue.AuditReport.Finding;
import dev.orders.queue.AuditTerms;
import dev.orders.queue.Auditor;
import dev.orders.queue.Auditor.Repair;
import dev.orders.queue.Inspector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Shows whether the books balance, inside Redis and, on demand, in the folders beside it. */
public final class Audit {

  private static final Duration LONG_LEASE = Duration.ofHours(1);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Auditor auditor;
  private final Inspector inspector;
  private final Settings settings;

  Audit(Auditor auditor, Inspector inspector, Settings settings) {
    this.auditor = auditor;
    this.inspector = inspector;
    this.settings = settings;
  }

  /**
   * Checks everything; changes nothing.
   *
   * @param withFiles true to look for invoices and messages in this machine's folders, too
   */
  public AuditReport run(boolean withFiles) {
    AuditReport report = auditor.audit(terms());
    boolean isEmpty = report.orders() == 0;
    if (!withFiles || isEmpty) {
      return report;
    }
    List<Finding> findings = new ArrayList<>(report.findings());
    findings.addAll(new FileAudit(inspector, settings).run());
    return new AuditReport(report.orders(), report.tasks(), findings, report.isComplete());
  }

  /** Makes the safe moves for what a report tells of; what has none is left. */
  public List<Repair> repair(AuditReport report) {
    AuditTerms terms = terms();
    List<Repair> repairs = new ArrayList<>();
    for (Finding finding : report.findings()) {
      if (finding.flaw().isRepairable()) {
        finding.items().forEach(item -> repairs.add(auditor.repair(terms, finding.flaw(), item)));
      }
    }
    return repairs;
  }

  /** A worker's lease may be longer than ours, but hardly that much. */
  private AuditTerms terms() {
    Duration lease = settings.lease().multipliedBy(2);
    return new AuditTerms(
        TaskTypes.plan(),
        OrderJson::fingerprint,
        lease.compareTo(LONG_LEASE) > 0 ? lease : LONG_LEASE,
        PATIENCE);
  }
}
