package dev.orders.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WorkerOptionsTest {

  private static final Duration LEASE = Duration.ofSeconds(30);

  @Test
  void should_make_an_id_of_any_name() {
    assertThat(WorkerOptions.uniqueId("web 1.서울!", new Random(1))).matches("web-1--[0-9a-f]{6}");
    assertThat(WorkerOptions.uniqueId("x".repeat(300), new Random(1))).matches("x{50}-[0-9a-f]{6}");
  }

  @Test
  void should_not_give_two_workers_of_one_name_the_same_id() {
    Random random = new Random(1);
    assertThat(WorkerOptions.uniqueId("web", random))
        .isNotEqualTo(WorkerOptions.uniqueId("web", random));
  }

  @Test
  void should_refuse_what_cannot_work() {
    assertThatThrownBy(() -> options("a b", List.of("email"), 1, LEASE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> options("a", List.of(), 1, LEASE))
        .hasMessage("a worker needs at least one queue");
    assertThatThrownBy(() -> options("a", List.of("email"), 0, LEASE))
        .hasMessage("concurrency is 1 to 1000");
    assertThatThrownBy(() -> options("a", List.of("email"), 1, Duration.ofMillis(99)))
        .hasMessage("a lease is at least 100 ms");
  }

  private static WorkerOptions options(
      String id, List<String> queues, int concurrency, Duration lease) {
    return new WorkerOptions(id, queues, concurrency, Shop.limits(lease), false);
  }
}
