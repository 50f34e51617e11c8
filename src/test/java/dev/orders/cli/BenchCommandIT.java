package dev.orders.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.redis.RawRedis;
import dev.orders.redis.TestRedis;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class BenchCommandIT {

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "queue,    per_second server_per_second percent_of_server server_us_each",
    "submit,   per_second server_per_second tasks_per_second body_bytes_each",
    "latency,  p50_ms p99_ms first_p50_ms first_p99_ms late_p50_ms late_p99_ms"
        + " retry_late_p50_ms retry_late_p99_ms",
    "pipeline, per_second server_per_second tasks_per_second ms_each",
    "depth,    shallow_us_each deep_us_each audit_per_second",
    "invoice,  per_second ms_each p50_ms p99_ms kb_each",
  })
  void should_measure_on_a_given_redis_and_leave_nothing_there(String what, String figures)
      throws IOException {
    TestConsole console = TestConsole.onRedis(directory);

    JsonNode report = new ObjectMapper().readTree(console.expect(0, bench(what)));

    assertThat(report.get("bench").stringValue()).isEqualTo(what);
    assertThat(report.get("persistence").stringValue()).isEqualTo("appendfsync always");
    for (String figure : figures.split(" ")) {
      assertThat(report.get(figure).doubleValue()).as(figure).isPositive();
      assertThat(report.get(figure + "_high").doubleValue())
          .isGreaterThanOrEqualTo(report.get(figure + "_low").doubleValue());
    }
    assertThat(keys(console.namespace() + "-bench-*")).isEqualTo("*0");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void should_tell_what_an_order_takes_up_on_a_server_that_nobody_else_uses() {
    TestConsole console = new TestConsole(Map.of("ORDERS_LOCALE", "en"), directory);

    JsonNode report =
        new ObjectMapper()
            .readTree(
                console.expect(0, "bench", "submit", "-n", "1000", "--repeat", "3", "-o", "json"));

    assertThat(report.get("redis_bytes_each").doubleValue()).isBetween(500.0, 3000.0);
  }

  @Test
  void should_name_what_can_be_measured() {
    TestConsole console = TestConsole.onRedis(directory);

    console.expect(2, "bench", "everything");

    assertThat(console.err()).contains("queue, submit, latency, pipeline, depth, invoice");
  }

  private static String[] bench(String what) {
    String[] bench = {"bench", what, "-n", "3", "--repeat", "2", "-o", "json", "--redis", ""};
    bench[bench.length - 1] = TestRedis.url();
    return bench;
  }

  private static String keys(String pattern) throws IOException {
    return RawRedis.ask(TestRedis.shared().port(), "KEYS " + pattern);
  }
}
