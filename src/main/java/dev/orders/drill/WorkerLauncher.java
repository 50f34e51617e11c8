package dev.orders.drill;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Starts workers the way people do, {@code orders worker}, each in a process of its own, with this
 * Java and these classes. They hear nothing of the settings around the drill. What they say goes
 * into a log each.
 */
final class WorkerLauncher {

  /** Quick to start, small: a drill starts many workers, and none lives long. */
  private static final List<String> LEAN =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-XX:-UsePerfData",
          "-Xmx256m",
          "-Dfile.encoding=UTF-8");

  private static final String CONCURRENCY = "4";

  private final Path folder;
  private final Map<String, String> settings;

  /**
   * @param folder the working directory, where the logs go, too
   * @param settings the environment's variables for orders
   */
  WorkerLauncher(Path folder, Map<String, String> settings) {
    this.folder = folder;
    this.settings = settings;
  }

  /**
   * Starts one.
   *
   * @throws UncheckedIOException when the machine cannot
   */
  WorkerProcess start(String name) {
    try {
      Path log = Files.createDirectories(folder.resolve("logs")).resolve(name + ".log");
      ProcessBuilder builder =
          new ProcessBuilder(command(name))
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      Map<String, String> environment = builder.environment();
      environment.keySet().removeIf(variable -> variable.startsWith("ORDERS_"));
      environment.remove("REDIS_URL");
      environment.putAll(settings);
      return new WorkerProcess(name, builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> command(String name) {
    List<String> command = new java.util.ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(LEAN);
    command.addAll(List.of("-cp", classPath(), "dev.orders.Main"));
    command.addAll(List.of("worker", "--name", name, "-c", CONCURRENCY, "--loglevel", "warn"));
    return command;
  }

  /** This JVM's own, which may have been given relative to its working directory. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
