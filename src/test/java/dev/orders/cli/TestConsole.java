package dev.orders.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.redis.TestRedis;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Runs commands in this process, one after the other, each with streams of its own. */
final class TestConsole {

  private final Map<String, String> environment;
  private final Path directory;
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();
  private String input = "";
  private boolean isTerminal;

  TestConsole(Map<String, String> environment, Path directory) {
    this.environment = environment;
    this.directory = directory;
  }

  /** On the tests' Redis, in English, under keys that no other test uses. */
  static TestConsole onRedis(Path directory) {
    return new TestConsole(
        Map.of(
            "ORDERS_REDIS_URL",
            TestRedis.url(),
            "ORDERS_NAMESPACE",
            TestRedis.namespace(),
            "ORDERS_LOCALE",
            "en",
            "ORDERS_INVOICE_DIR",
            directory.resolve("invoices").toString(),
            "ORDERS_OUTBOX_DIR",
            directory.resolve("outbox").toString()),
        directory);
  }

  /** Somebody sits there and reads standard error. */
  TestConsole terminal() {
    isTerminal = true;
    return this;
  }

  String namespace() {
    return environment.getOrDefault("ORDERS_NAMESPACE", "orders");
  }

  TestConsole input(String text) {
    input = text;
    return this;
  }

  /** Runs a command and returns its exit code. */
  int run(String... arguments) {
    out = new StringWriter();
    err = new StringWriter();
    return OrdersCli.run(console(), arguments);
  }

  /** Runs a command, checks its exit code and returns what it printed as data. */
  String expect(int code, String... arguments) {
    int actual = run(arguments);
    assertThat(actual).as("exit code; stdout:%n%s%nstderr:%n%s", out, err).isEqualTo(code);
    return out.toString();
  }

  private Console console() {
    return new Console(
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        isTerminal,
        new PrintWriter(out),
        new PrintWriter(err),
        false,
        isTerminal,
        environment,
        directory);
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }
}
