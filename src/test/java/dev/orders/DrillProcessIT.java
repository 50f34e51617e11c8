package dev.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The kill drill as its users run it, a short one. */
class DrillProcessIT {

  @TempDir Path directory;

  @Test
  void should_lose_nothing_when_workers_and_redis_are_killed_and_connections_cut() {
    String[] drill = {
      "drill",
      "--orders",
      "200",
      "--kills",
      "4",
      "--redis-kills",
      "1",
      "--cuts",
      "10",
      "--workers",
      "2",
      "--seed",
      "4",
      "-o",
      "json"
    };
    OrdersProcess.Finished finished = new OrdersProcess(directory).run(drill).exits(0);

    JsonNode report = new JsonMapper().readTree(finished.out());
    assertThat(report.get("seed").asLong()).isEqualTo(4);
    assertThat(report.get("orders").asInt()).isEqualTo(200);
    assertThat(report.get("tasks").asInt()).isEqualTo(800);
    assertThat(report.get("kills").asInt()).isEqualTo(4);
    assertThat(report.get("redis_kills").asInt()).isEqualTo(1);
    assertThat(report.get("cuts").asInt()).isEqualTo(10);
    assertThat(report.get("lost").asInt()).isZero();
    assertThat(report.get("executed_again").asInt()).isPositive();
    assertThat(report.get("emails_doubled").asInt()).isZero();
    assertThat(report.get("shipments_doubled").asInt()).isZero();
    assertThat(report.get("audit").asString()).isEqualTo("clean");
    assertThat(finished.err()).contains("--seed 4").doesNotContain("\n\tat ");
  }

  @Test
  void should_not_kill_a_redis_that_was_given() {
    OrdersProcess.Finished finished =
        new OrdersProcess(directory)
            .run("drill", "--redis", "redis://localhost:1", "--redis-kills", "1")
            .exits(2);

    assertThat(finished.err()).contains("--redis-kills").contains("--redis");
  }
}
