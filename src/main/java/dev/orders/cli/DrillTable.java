package dev.orders.cli;

import dev.orders.app.Durations;
import dev.orders.app.JsonForm;
import dev.orders.drill.DrillJson;
import dev.orders.drill.DrillReport;
import dev.orders.drill.Effort;
import dev.orders.drill.FaultKind;
import dev.orders.drill.RecoveryTimes;
import dev.orders.drill.Toll;
import java.util.List;

/** How a drill's report is shown: what was done, what it has cost, and the verdict. */
final class DrillTable implements View<DrillReport> {

  @Override
  public List<String> columns() {
    return List.of("DRILL", "RESULT");
  }

  @Override
  public List<List<String>> rows(DrillReport report) {
    Effort effort = report.effort();
    Toll toll = report.toll();
    RecoveryTimes recovery = report.recovery();
    return List.of(
        row("seed", Long.toString(report.seed())),
        row("orders", number(effort.orders())),
        row("tasks", number(report.tasks())),
        row("time", Durations.brief(effort.took())),
        row("workers killed", number(effort.count(FaultKind.KILL))),
        row("workers paused", number(effort.count(FaultKind.PAUSE))),
        row("workers restarted", number(effort.restarts())),
        row("Redis killed", number(effort.count(FaultKind.REDIS_KILL))),
        row("connections cut", number(effort.count(FaultKind.CUT))),
        row("scripts forgotten", number(effort.count(FaultKind.SCRIPT_FLUSH))),
        row("lost", number(toll.lost())),
        row("orders doubled", number(toll.ordersDoubled())),
        row(
            "executed more than once",
            "%s (%.2f %%)".formatted(number(toll.executedAgain()), report.executedAgainPercent())),
        row("e-mails doubled", number(toll.emailsDoubled())),
        row("e-mails repeated in place", number(toll.emailsRepeated())),
        row("shipments doubled", number(toll.shipmentsDoubled())),
        row("shipments recognized by key", number(toll.shipmentsRepeated())),
        row("stale settlements refused", number(toll.staleRefused())),
        row("recovery p50 / p99 / max", recovery(recovery)),
        row(
            "audit",
            report.audit().isClean() ? "clean" : number(report.findings().size()) + " findings"),
        row("verdict", report.hasPassed() ? "passed" : "FAILED"));
  }

  private static List<String> row(String what, String result) {
    return List.of(what, result);
  }

  private static String number(long number) {
    return "%,d".formatted(number);
  }

  private static String recovery(RecoveryTimes recovery) {
    return recovery.tasks() == 0
        ? "-"
        : "%s / %s / %s (%s tasks)"
            .formatted(
                Durations.brief(recovery.p50()),
                Durations.brief(recovery.p99()),
                Durations.brief(recovery.max()),
                number(recovery.tasks()));
  }

  @Override
  public List<String> ids(DrillReport report) {
    return List.of(Long.toString(report.seed()));
  }

  @Override
  public JsonForm<DrillReport> json() {
    return new DrillJson();
  }
}
