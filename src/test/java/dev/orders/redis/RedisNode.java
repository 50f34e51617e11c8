package dev.orders.redis;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A server of the bundled binary with options of one's own; it ends with this JVM. */
final class RedisNode {

  /** The bus of a Cluster listens that much higher; without one that port is free. */
  private static final int BUS = 10_000;

  private final int port;
  private final Path directory;
  private final List<String> options;
  private SupervisedProcess process;

  private RedisNode(int port, Path directory, List<String> options) {
    this.port = port;
    this.directory = directory;
    this.options = options;
    this.process = launch();
  }

  /**
   * Starts one and waits until it answers.
   *
   * @param options as on the command line; {@code ABOVE} stands for its second port
   */
  static RedisNode start(String... options) {
    return new RedisNode(FreePort.find(BUS), newDirectory(), List.of(options));
  }

  /** Starts one with a configuration file, which it may rewrite. */
  static RedisNode configured(String configuration, String... options) {
    Path directory = newDirectory();
    try {
      Files.writeString(directory.resolve("node.conf"), configuration);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> all = new ArrayList<>(List.of("node.conf"));
    all.addAll(List.of(options));
    return new RedisNode(FreePort.find(BUS), directory, all);
  }

  private static Path newDirectory() {
    try {
      Path target = Files.createDirectories(Path.of("target", "redis"));
      return Files.createTempDirectory(target, "node-").toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
  }

  /** A second port, for a server that listens twice. */
  int portAbove() {
    return port + BUS;
  }

  /** The last line of the answer. */
  String ask(String command) {
    try {
      return RawRedis.ask(port, command);
    } catch (IOException e) {
      throw new UncheckedIOException(port + " " + command, e);
    }
  }

  /** The whole answer. */
  String tell(String command) {
    try {
      return RawRedis.tell(port, command);
    } catch (IOException e) {
      throw new UncheckedIOException(port + " " + command, e);
    }
  }

  boolean isServed() {
    return RawRedis.isServed(port);
  }

  /** Ends it as a power cut would. */
  void kill() {
    process.kill();
    await().atMost(120, SECONDS).until(() -> !isServed());
  }

  /** Starts it again, with its data, after it was killed. */
  void restart() {
    process = launch();
  }

  private SupervisedProcess launch() {
    List<String> command = new ArrayList<>();
    command.add(ServerBinary.find(directory).toString());
    for (String option : options) {
      command.add(option.equals("ABOVE") ? Integer.toString(portAbove()) : option);
    }
    command.addAll(List.of("--port", Integer.toString(port), "--bind", BundledServer.HOST));
    try {
      SupervisedProcess started = SupervisedProcess.start(directory, command);
      await()
          .pollInterval(Duration.ofMillis(10))
          .atMost(120, SECONDS)
          .ignoreExceptionsInstanceOf(UncheckedIOException.class)
          .until(() -> ask("PING").matches("[+]PONG|-NOAUTH.*"));
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
