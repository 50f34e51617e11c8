package dev.orders.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.redis.BundledServer;
import dev.orders.redis.RawRedis;
import dev.orders.redis.TestRedis;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableSubmitIT {

  @TempDir Path directory;

  @Test
  void should_say_that_an_order_is_durable_and_by_what() {
    TestConsole console = TestConsole.onRedis(directory).input(Sample.order("A"));

    assertThat(console.expect(0, "submit", "-", "--durable", "-o", "json"))
        .endsWith("\"shipping_task\":\"1-shipping\"},\"durable\":true}\n");
    assertThat(console.err()).isEqualTo("durable: 1 order, on disk (appendfsync always).\n");
  }

  @Test
  void should_not_speak_of_durability_unasked() {
    TestConsole console = TestConsole.onRedis(directory).input(Sample.order("A"));

    assertThat(console.expect(0, "submit", "-", "-o", "json")).doesNotContain("durable");
    assertThat(console.err()).isEmpty();
  }

  @Test
  void should_exit_6_and_let_the_order_stand_when_it_is_not_durable() throws IOException {
    try (BundledServer server = TestRedis.start()) {
      RawRedis.ask(server.port(), "CONFIG SET appendfsync everysec");
      TestConsole console =
          new TestConsole(Map.of("ORDERS_REDIS_URL", server.url()), directory)
              .input(Sample.order("A") + Sample.order("B"));

      assertThat(console.expect(6, "submit", "-", "--durable", "-q", "-o", "jsonl").lines())
          .hasSize(2)
          .allMatch(line -> line.endsWith(",\"durable\":false}"));
      assertThat(console.err())
          .startsWith("orders: not durable: 2 orders accepted, but no replica is connected, and ")
          .contains("appendfsync everysec")
          .contains("Redis can vouch for orders with a replica");
      console.expect(0, "status", "2");
    }
  }
}
