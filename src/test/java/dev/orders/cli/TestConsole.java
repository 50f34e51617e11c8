package dev.orders.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Runs a command in this process, with streams of its own. */
final class TestConsole {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Map<String, String> environment;
  private final Path directory;

  TestConsole(Map<String, String> environment, Path directory) {
    this.environment = environment;
    this.directory = directory;
  }

  int run(String... args) {
    return OrdersCli.run(console(), args);
  }

  Console console() {
    return new Console(
        new ByteArrayInputStream("".getBytes(StandardCharsets.UTF_8)),
        new PrintWriter(out),
        new PrintWriter(err),
        false,
        false,
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
