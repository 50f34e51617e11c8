package dev.orders.cli;

import dev.orders.app.CheckReport;

/**
 * Tells what a first reading of the input found: every fault with its place, then what that means.
 */
final class CheckTalk {

  private final Talk talk;

  CheckTalk(Talk talk) {
    this.talk = talk;
  }

  void tell(CheckReport report, boolean partial, boolean dryRun) {
    report.warnings().forEach(warning -> talk.say("warning: %s", warning));
    tellRest(report.warningCount() - report.warnings().size(), "warnings");
    report.faults().forEach(fault -> talk.complain(fault.toString()));
    tellRest(report.faultCount() - report.faults().size(), "faults");
    if (report.faultCount() > 0) {
      talk.complain(
          "orders: %s in the input; %s."
              .formatted(
                  count(report.faultCount(), "fault"),
                  partial && !dryRun ? "the good orders go on" : "nothing was submitted"));
    }
    if (dryRun) {
      boolean isRefused = report.faultCount() > 0 && !partial;
      talk.say(
          "%s would be accepted; nothing was submitted.",
          count(isRefused ? 0 : report.orders(), "order"));
    }
  }

  private void tellRest(long rest, String what) {
    if (rest > 0) {
      talk.complain("… and %,d more %s.".formatted(rest, what));
    }
  }

  private static String count(long number, String noun) {
    return "%,d %s%s".formatted(number, noun, number == 1 ? "" : "s");
  }
}
