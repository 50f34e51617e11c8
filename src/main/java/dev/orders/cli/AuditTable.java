package dev.orders.cli;

import dev.orders.app.AuditJson;
import dev.orders.app.AuditOutcome;
import dev.orders.app.JsonForm;
import dev.orders.queue.AuditReport.Finding;
import dev.orders.queue.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How an audit is shown: a line a check; below one that found something, what, and what to do. */
final class AuditTable implements View<AuditOutcome> {

  private static final int EXAMPLES = 5;

  @Override
  public List<String> columns() {
    return List.of("CHECK", "VERDICT", "FOUND", "RULE");
  }

  @Override
  public List<List<String>> rows(AuditOutcome outcome) {
    List<List<String>> rows = new ArrayList<>();
    for (Check check : Check.values()) {
      boolean isSkipped = check == Check.FILES && !outcome.withFiles();
      List<Finding> findings = outcome.report().of(check);
      rows.add(
          List.of(
              Integer.toString(check.number()),
              isSkipped ? "-" : findings.isEmpty() ? "ok" : "WRONG",
              findings.isEmpty() ? "" : number(count(findings)),
              check.rule() + (isSkipped ? " (--files)" : "")));
      findings.forEach(finding -> rows.addAll(rows(finding)));
    }
    return rows;
  }

  private static List<List<String>> rows(Finding finding) {
    String what = "  %s: %s".formatted(finding.flaw().sentence(), examples(finding.items()));
    String way = finding.flaw().isRepairable() ? "--repair would " : "";
    return List.of(
        List.of("", "", number(finding.items().size()), what),
        List.of("", "", "", "  → " + way + finding.flaw().remedy()));
  }

  /** The first few. */
  static String examples(List<String> items) {
    String some = items.stream().limit(EXAMPLES).collect(Collectors.joining(", "));
    return items.size() > EXAMPLES ? some + ", …" : some;
  }

  /** How many things are wrong. */
  static long count(List<Finding> findings) {
    return findings.stream().mapToLong(finding -> finding.items().size()).sum();
  }

  private static String number(long number) {
    return "%,d".formatted(number);
  }

  @Override
  public List<String> ids(AuditOutcome outcome) {
    return outcome.report().findings().stream()
        .flatMap(finding -> finding.items().stream())
        .distinct()
        .toList();
  }

  @Override
  public JsonForm<AuditOutcome> json() {
    return new AuditJson();
  }
}
