package dev.orders.app;

import dev.orders.queue.AuditReport;
import dev.orders.queue.AuditReport.Finding;
import dev.orders.queue.Auditor.Repair;
import dev.orders.queue.Check;
import dev.orders.queue.Flaw;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/**
 * An audit: whether it is clean, then each check with what it found, with some items of each, then
 * the repairs. Flaws and verdicts are their names in lower case.
 */
public final class AuditJson implements JsonForm<AuditOutcome> {

  private static final int EXAMPLES = 20;

  @Override
  public void write(JsonGenerator json, AuditOutcome outcome) {
    AuditReport report = outcome.report();
    json.writeStartObject();
    json.writeBooleanProperty("clean", report.isClean());
    json.writeNumberProperty("orders", report.orders());
    json.writeNumberProperty("tasks", report.tasks());
    json.writeBooleanProperty("complete", report.isComplete());
    json.writeArrayPropertyStart("checks");
    for (Check check : Check.values()) {
      if (check != Check.FILES || outcome.withFiles()) {
        write(json, check, report.of(check));
      }
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("repairs");
    outcome.repairs().forEach(repair -> write(json, repair));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Check check, List<Finding> findings) {
    json.writeStartObject();
    json.writeNumberProperty("check", check.number());
    json.writeStringProperty("name", word(check));
    json.writeStringProperty("rule", check.rule());
    json.writeBooleanProperty("ok", findings.isEmpty());
    json.writeNumberProperty("count", findings.stream().mapToInt(one -> one.items().size()).sum());
    json.writeArrayPropertyStart("findings");
    findings.forEach(finding -> write(json, finding));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Finding finding) {
    Flaw flaw = finding.flaw();
    json.writeStartObject();
    json.writeStringProperty("flaw", word(flaw));
    json.writeStringProperty("what", flaw.sentence());
    json.writeNumberProperty("count", finding.items().size());
    json.writeArrayPropertyStart("examples");
    finding.items().stream().limit(EXAMPLES).forEach(json::writeString);
    json.writeEndArray();
    json.writeBooleanProperty("repairable", flaw.isRepairable());
    json.writeStringProperty("remedy", flaw.remedy());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Repair repair) {
    json.writeStartObject();
    json.writeStringProperty("flaw", word(repair.flaw()));
    json.writeStringProperty("item", repair.item());
    json.writeStringProperty("verdict", word(repair.verdict()));
    json.writeEndObject();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
