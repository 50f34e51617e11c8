package dev.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Runs the packaged jar as a process of its own, the way people do: with a working directory, an
 * environment that holds nothing of the test's, and both streams kept in files.
 */
public final class OrdersProcess {

  private static final Path JAR = Path.of("target", "orders.jar").toAbsolutePath();
  private static final int PATIENCE_SECONDS = 180;

  private final Path directory;
  private final Map<String, String> environment = new TreeMap<>();

  /** In this working directory, under {@code LC_ALL=C}. */
  public OrdersProcess(Path directory) {
    this.directory = directory;
    environment.put("LC_ALL", "C");
    environment.put("PATH", System.getenv("PATH"));
    environment.put("HOME", System.getProperty("user.home"));
  }

  /** With this variable in its environment. */
  public OrdersProcess with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Runs a command to its end, with nothing on standard input. */
  public Finished run(String... arguments) {
    return runWith("", arguments);
  }

  /** Runs a command to its end. */
  public Finished runWith(String input, String... arguments) {
    Running running = start(arguments);
    try (OutputStream stdin = running.process().getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // It did not want to read it all.
    }
    return running.finish();
  }

  /** Starts a command and returns at once. */
  public Running start(String... arguments) {
    assertThat(JAR).as("mvn package makes the jar that this test runs").exists();
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                JAR.toString()));
    command.addAll(List.of(arguments));
    try {
      Path out = Files.createTempFile(directory, "stdout", ".txt");
      Path err = Files.createTempFile(directory, "stderr", ".txt");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      return new Running(String.join(" ", arguments), builder.start(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A command that runs. */
  public record Running(String command, Process process, Path stdout, Path stderr) {

    /** What it has said on standard error so far. */
    public String err() {
      return read(stderr);
    }

    /** What it has printed on standard output so far. */
    public String out() {
      return read(stdout);
    }

    /** Kills it with SIGKILL. */
    public void kill() {
      process.destroyForcibly();
    }

    /** Waits for its end. */
    public Finished finish() {
      try {
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(ended).as("orders %s should have ended%n%s%n%s", command, out(), err()).isTrue();
        return new Finished(command, process.exitValue(), out(), err());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      } finally {
        process.destroyForcibly();
      }
    }
  }

  /** A command that has ended. */
  public record Finished(String command, int code, String out, String err) {

    /** Asserts the exit code; both streams are shown when it is another. */
    public Finished exits(int expected) {
      assertThat(code)
          .as("exit code of: orders %s%n--- stdout%n%s%n--- stderr%n%s", command, out, err)
          .isEqualTo(expected);
      return this;
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
