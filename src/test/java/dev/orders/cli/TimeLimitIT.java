package dev.orders.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.redis.TestRedis;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code orders worker --time-limit}. */
class TimeLimitIT {

  @TempDir Path directory;

  private TestConsole console;

  @BeforeEach
  void connect() throws Exception {
    Map<String, String> environment = new TreeMap<>();
    environment.put("ORDERS_REDIS_URL", TestRedis.url());
    environment.put("ORDERS_NAMESPACE", TestRedis.namespace());
    environment.put("ORDERS_CARRIER_DELAY", "1h");
    environment.put("ORDERS_SHIPPING_RETRIES", "0");
    console = new TestConsole(environment, directory);
    Files.writeString(directory.resolve("a.json"), Sample.order("A"));
  }

  @Test
  void should_fail_a_task_that_the_carrier_keeps_for_too_long() {
    console.expect(0, "submit", "a.json");
    console.expect(0, "worker", "--queues", "shipping", "--burst", "--time-limit", "200ms");

    assertThat(console.expect(0, "status", "1-shipping", "-o", "json"))
        .contains("\"state\":\"FAILURE\"")
        .contains("TimeLimitException: it ran for longer than 200 ms");
  }

  @Test
  void should_refuse_a_way_with_uncertain_letters_that_is_none_also_without_a_mail_server() {
    assertThat(console.run("worker", "--burst", "--on-uncertain", "maybe")).isEqualTo(2);
    assertThat(console.err())
        .contains("ORDERS_ON_UNCERTAIN is \"maybe\"; it must be resend or hold");
  }

  @Test
  void should_refuse_a_limit_that_is_none() {
    assertThat(console.run("worker", "--time-limit", "5")).isEqualTo(2);
    assertThat(console.err()).contains("ORDERS_TIME_LIMIT is \"5\"; it must be from 100ms to 30d");
  }
}
