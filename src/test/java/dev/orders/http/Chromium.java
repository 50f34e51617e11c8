package dev.orders.http;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A real browser without a window: one a JVM, started by the first test that asks. */
final class Chromium {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");

  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--disable-dev-shm-usage",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--hide-scrollbars",
          "--lang=en-US",
          "--remote-debugging-port=0");

  private Chromium() {}

  /** The program; empty when there is none. CHROMIUM names one that is not on the PATH. */
  static Optional<Path> program() {
    String named = System.getenv("CHROMIUM");
    Stream<String> folders = Arrays.stream(System.getenv("PATH").split(File.pathSeparator));
    Stream<Path> found =
        folders.flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
    return Stream.concat(Stream.ofNullable(named).map(Path::of), found)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** What speaks with the browser that all tests of this JVM share. */
  static DevTools shared() {
    return Shared.TOOLS;
  }

  private static DevTools start() {
    try {
      Path profile =
          Files.createTempDirectory(Files.createDirectories(Path.of("target", "chromium")), "run-");
      Process process =
          new ProcessBuilder(
                  Stream.of(
                          Stream.of(program().orElseThrow().toString()),
                          FLAGS.stream(),
                          Stream.of("--user-data-dir=" + profile.toAbsolutePath(), "about:blank"))
                      .flatMap(words -> words)
                      .toList())
              .redirectErrorStream(true)
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
      return DevTools.connect(address(process));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** The browser says where it listens; whatever else it has to say is read and forgotten. */
  private static URI address(Process process) throws IOException {
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    StringBuilder said = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.append(line).append('\n');
      if (line.startsWith("DevTools listening on ")) {
        Thread drain = new Thread(() -> lines.lines().forEach(more -> {}), "chromium-output");
        drain.setDaemon(true);
        drain.start();
        return URI.create(line.substring(line.indexOf("ws://")));
      }
    }
    throw new AssertionError("Chromium ended at once:\n" + said);
  }

  private static final class Shared {
    static final DevTools TOOLS = start();
  }
}
