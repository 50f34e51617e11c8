package dev.orders.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.queue.PastAttempt;
import dev.orders.queue.PastAttempt.Outcome;
import dev.orders.queue.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RerunsTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final TaskId TASK = new TaskId(17, "email");

  private final Reruns reruns = new Reruns(Map.of("drill-1", START.plusSeconds(10)));

  @Test
  void should_measure_from_the_kill_of_a_worker_to_the_next_start_of_what_it_held() {
    reruns.look(List.of(attempt(1, 9, "drill-1-a1b2c3", Outcome.LOST), done(2, 13)));

    assertThat(reruns.recovery().max()).isEqualTo(Duration.ofSeconds(3));
    assertThat(reruns.executedAgain()).isEqualTo(1);
  }

  @Test
  void should_not_measure_what_was_lost_without_a_kill() {
    reruns.look(List.of(attempt(1, 9, "drill-2-a1b2c3", Outcome.LOST), done(2, 13)));

    assertThat(reruns.recovery().tasks()).isZero();
    assertThat(reruns.executedAgain()).isEqualTo(1);
  }

  @Test
  void should_not_count_what_was_given_back_untried() {
    reruns.look(List.of(attempt(1, 9, "drill-1-a1b2c3", Outcome.RELEASED), done(2, 13)));

    assertThat(reruns.recovery().tasks()).isZero();
    assertThat(reruns.executedAgain()).isZero();
  }

  @Test
  void should_tell_percentiles_by_nearest_rank() {
    List<Duration> waits = IntStream.rangeClosed(1, 200).mapToObj(Duration::ofMillis).toList();

    RecoveryTimes times = RecoveryTimes.of(waits);

    assertThat(times.tasks()).isEqualTo(200);
    assertThat(times.p50()).isEqualTo(Duration.ofMillis(100));
    assertThat(times.p99()).isEqualTo(Duration.ofMillis(198));
    assertThat(times.max()).isEqualTo(Duration.ofMillis(200));
  }

  private static PastAttempt done(int delivery, int second) {
    return attempt(delivery, second, "drill-3-d4e5f6", Outcome.SUCCESS);
  }

  private static PastAttempt attempt(int delivery, int second, String worker, Outcome outcome) {
    Instant started = START.plusSeconds(second);
    return new PastAttempt(
        TASK, delivery, START, started, started, worker, outcome, Duration.ZERO, "");
  }
}
