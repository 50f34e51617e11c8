package dev.orders.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.redis.TestRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The command as people run it: through its entry point, in a JVM of its own, in the C locale, on
 * the tests' Redis. What it printed on both streams is told whenever a check of its exit code
 * fails.
 */
final class OrdersProcess {

  private static final int PATIENCE_SECONDS = 120;

  private final Path directory;
  private final Map<String, String> environment = new HashMap<>();
  private final Map<Process, Path> logs = new HashMap<>();

  private OrdersProcess(Path directory) {
    this.directory = directory;
    environment.put("LC_ALL", "C");
    environment.put("PATH", System.getenv("PATH"));
  }

  /** In a directory, with no settings at all. */
  static OrdersProcess in(Path directory) {
    return new OrdersProcess(directory);
  }

  /** In a directory, on the tests' Redis, under keys that no other test uses. */
  static OrdersProcess onRedis(Path directory) {
    return in(directory)
        .with("ORDERS_REDIS_URL", TestRedis.url())
        .with("ORDERS_NAMESPACE", TestRedis.namespace());
  }

  OrdersProcess with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Runs the command to its end, without any input. */
  Finished run(String... arguments) {
    try {
      return await(start(arguments));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts the command; its streams go to files that {@link #await} reads. */
  Process start(String... arguments) throws IOException {
    return launch(command(arguments));
  }

  /** Runs a line of shell in which {@code $ORDERS} is the command. */
  Finished shell(String line) {
    try {
      with("ORDERS", String.join(" ", command()));
      return await(launch(List.of("bash", "-c", line)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the end of what was started. */
  Finished await(Process process) throws IOException {
    try {
      boolean hasEnded = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!hasEnded) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return new Finished(process.exitValue(), read(process, "out"), read(process, "err"));
  }

  /** What a process has said so far, on {@code out} or {@code err}. */
  String soFar(Process process, String stream) {
    try {
      return read(process, stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String read(Process process, String stream) throws IOException {
    return Files.readString(logs.get(process).resolve(stream), StandardCharsets.UTF_8);
  }

  private Process launch(List<String> command) throws IOException {
    Path log = Files.createTempDirectory(directory, "log-");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(log.resolve("out").toFile())
            .redirectError(log.resolve("err").toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    logs.put(process, log);
    return process;
  }

  private static List<String> command(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.orders.Main"));
    command.addAll(List.of(arguments));
    return command;
  }

  /** A command that has ended. */
  record Finished(int code, String out, String err) {

    /** Fails with everything that was printed when the exit code is another. */
    Finished exits(int expected) {
      assertThat(code).as("exit code; stdout:%n%s%nstderr:%n%s", out, err).isEqualTo(expected);
      return this;
    }
  }
}
