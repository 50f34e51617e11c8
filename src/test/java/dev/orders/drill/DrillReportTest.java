package dev.orders.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.queue.AuditReport;
import dev.orders.queue.AuditReport.Finding;
import dev.orders.queue.Flaw;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DrillReportTest {

  private static final Finding FINDING =
      new Finding(
          Flaw.NOWHERE, List.of("1-email", "2-email", "3-email", "4-email", "5-email", "6-email"));

  @Test
  void should_pass_when_nothing_was_lost_and_the_books_balance() {
    assertThat(report(0, List.of(), new AuditReport(1, 4, List.of(), true)).hasPassed()).isTrue();
  }

  @Test
  void should_fail_when_the_audit_finds_something_and_say_what() {
    DrillReport report = report(0, List.of(), new AuditReport(1, 4, List.of(FINDING), true));

    assertThat(report.hasPassed()).isFalse();
    assertThat(report.findings())
        .containsExactly(
            "unfinished, but in no place: 6, such as 1-email, 2-email, 3-email, 4-email, 5-email");
  }

  @Test
  void should_fail_when_the_audit_could_not_look_at_everything_or_something_is_lost() {
    AuditReport clean = new AuditReport(1, 4, List.of(), true);

    assertThat(report(0, List.of(), new AuditReport(1, 4, List.of(), false)).hasPassed()).isFalse();
    assertThat(report(1, List.of(), clean).hasPassed()).isFalse();
    assertThat(report(0, List.of("order 1: gone"), clean).hasPassed()).isFalse();
  }

  private static DrillReport report(long lost, List<String> losses, AuditReport audit) {
    return new DrillReport(
        1,
        Path.of("scratch"),
        new Effort(1, Duration.ZERO, Map.of(), 0, 0),
        4,
        new Toll(lost, 0, 0, 0, 0, 0, 0, 0),
        RecoveryTimes.of(List.of()),
        losses,
        audit);
  }
}
