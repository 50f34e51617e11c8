package dev.orders.cli;

import dev.orders.app.Audit;
import dev.orders.app.AuditOutcome;
import dev.orders.app.Services;
import dev.orders.queue.AuditReport;
import dev.orders.queue.AuditReport.Finding;
import dev.orders.queue.Auditor.Repair;
import dev.orders.queue.Auditor.Verdict;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code orders audit}: checks; with {@code --repair} asks, repairs, and checks again. */
@Command(
    name = "audit",
    description = {
      "Check that the books balance: every task of every accepted order is in exactly one place.",
      "Changes nothing, and may run while workers do. Exits 8 when something is wrong."
    })
final class AuditCommand implements Callable<Integer> {

  @Spec CommandSpec spec;

  @Option(
      names = "--files",
      description = "Look for the invoices and messages in this machine's folders, too.")
  boolean files;

  @Option(
      names = "--repair",
      description = "Make the safe moves for what is wrong; nothing is deleted.")
  boolean repair;

  @Mixin ConsentOptions consent = new ConsentOptions();
  @Mixin ConnectOptions connect = new ConnectOptions();
  @Mixin OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    requireRepairForConsent();
    try (Services services = connect.services()) {
      Audit audit = services.audit();
      AuditReport report = audit.run(files);
      List<Finding> repairable =
          report.findings().stream().filter(finding -> finding.flaw().isRepairable()).toList();
      List<Repair> repairs = List.of();
      if (repair && !repairable.isEmpty() && isAgreed(repairable)) {
        repairs = audit.repair(report);
        report = audit.run(files);
      }
      return print(new AuditOutcome(report, files, repairs));
    }
  }

  private void requireRepairForConsent() {
    if (!repair && (consent.yes || consent.dryRun)) {
      throw new ParameterException(spec.commandLine(), "--yes and --dry-run need --repair");
    }
    if (repair) {
      consent.requireSomebody();
    }
  }

  private boolean isAgreed(List<Finding> repairable) {
    for (Finding finding : repairable) {
      talk()
          .say(
              "%s%s: %s (%,d: %s)",
              consent.dryRun ? "would be repaired: " : "",
              finding.flaw().sentence(),
              finding.flaw().remedy(),
              finding.items().size(),
              AuditTable.examples(finding.items()));
    }
    return consent.isGiven("Repair that?");
  }

  private int print(AuditOutcome outcome) {
    try (Printer<AuditOutcome> printer = output.one(new AuditTable())) {
      printer.print(outcome);
    }
    tellRepairs(outcome.repairs());
    AuditReport report = outcome.report();
    String looked = "%,d orders, %,d tasks".formatted(report.orders(), report.tasks());
    if (report.isClean()) {
      talk().say("%s: the books balance.", looked);
      return ExitCodes.OK;
    }
    talk()
        .complain(
            "orders: %s: %s%,d wrong."
                .formatted(
                    looked,
                    report.isComplete() ? "" : "at least ",
                    AuditTable.count(report.findings())));
    return ExitCodes.CHECK_FAILED;
  }

  private void tellRepairs(List<Repair> repairs) {
    long mended = repairs.stream().filter(one -> one.verdict() == Verdict.MENDED).count();
    if (!repairs.isEmpty()) {
      talk().say("%,d of %,d repaired.", mended, repairs.size());
    }
    repairs.stream()
        .filter(one -> one.verdict() == Verdict.LEFT)
        .forEach(
            one -> talk().complain("orders: %s was left: no safe move.".formatted(one.item())));
  }

  private Talk talk() {
    return OrdersCommand.of(spec).talk();
  }
}
