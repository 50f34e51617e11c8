package dev.orders.drill;

import dev.orders.app.JsonForm;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** A drill's report as JSON; times in milliseconds. */
public final class DrillJson implements JsonForm<DrillReport> {

  @Override
  public void write(JsonGenerator json, DrillReport report) {
    json.writeStartObject();
    json.writeNumberProperty("seed", report.seed());
    json.writeBooleanProperty("passed", report.hasPassed());
    json.writeNumberProperty("orders", report.effort().orders());
    json.writeNumberProperty("tasks", report.tasks());
    json.writeNumberProperty("duration_ms", report.effort().took().toMillis());
    writeFaults(json, report.effort());
    writeToll(json, report);
    writeRecovery(json, report.recovery());
    json.writeStringProperty("audit", report.audit().isClean() ? "clean" : "findings");
    writeTexts(json, "audit_findings", report.findings());
    writeTexts(json, "losses", report.losses());
    if (!report.hasPassed()) {
      json.writeStringProperty("scratch", report.scratch().toString());
    }
    json.writeEndObject();
  }

  private static void writeFaults(JsonGenerator json, Effort effort) {
    json.writeNumberProperty("kills", effort.count(FaultKind.KILL));
    json.writeNumberProperty("pauses", effort.count(FaultKind.PAUSE));
    json.writeNumberProperty("redis_kills", effort.count(FaultKind.REDIS_KILL));
    json.writeNumberProperty("cuts", effort.count(FaultKind.CUT));
    json.writeNumberProperty("script_flushes", effort.count(FaultKind.SCRIPT_FLUSH));
    json.writeNumberProperty("faults_left", effort.faultsLeft());
    json.writeNumberProperty("restarts", effort.restarts());
  }

  private static void writeToll(JsonGenerator json, DrillReport report) {
    Toll toll = report.toll();
    json.writeNumberProperty("lost", toll.lost());
    json.writeNumberProperty("orders_doubled", toll.ordersDoubled());
    json.writeNumberProperty("executed_again", toll.executedAgain());
    json.writeNumberProperty(
        "executed_again_percent",
        BigDecimal.valueOf(report.executedAgainPercent()).setScale(2, RoundingMode.HALF_UP));
    json.writeNumberProperty("emails_doubled", toll.emailsDoubled());
    json.writeNumberProperty("emails_repeated", toll.emailsRepeated());
    json.writeNumberProperty("shipments_doubled", toll.shipmentsDoubled());
    json.writeNumberProperty("shipments_repeated", toll.shipmentsRepeated());
    json.writeNumberProperty("stale_refused", toll.staleRefused());
  }

  private static void writeRecovery(JsonGenerator json, RecoveryTimes recovery) {
    json.writeObjectPropertyStart("recovery_ms");
    json.writeNumberProperty("tasks", recovery.tasks());
    json.writeNumberProperty("p50", recovery.p50().toMillis());
    json.writeNumberProperty("p99", recovery.p99().toMillis());
    json.writeNumberProperty("max", recovery.max().toMillis());
    json.writeEndObject();
  }

  private static void writeTexts(JsonGenerator json, String name, List<String> texts) {
    json.writeArrayPropertyStart(name);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }
}
