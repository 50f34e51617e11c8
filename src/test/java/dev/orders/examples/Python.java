package dev.orders.examples;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Python that has the library with which most of its programs speak HTTP.
 *
 * @param program where it is
 */
record Python(Path program) {

  /** Why a test is skipped that needs one, and what helps. */
  static final String MISSING =
      "no python3 with the library requests was found on the PATH. Install one (Debian: apt-get"
          + " install python3-requests)";

  private static final int PATIENCE_SECONDS = 120;

  /** What a script has printed, and its exit code. */
  record Finished(int code, String out, String err) {}

  /** The first on the PATH; empty when there is none. */
  static Optional<Python> find() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, "python3"))
        .filter(Files::isExecutable)
        .map(Python::new)
        .filter(python -> python.run("-c", "import requests").code() == 0)
        .findFirst();
  }

  /** Runs a script to its end, with nothing of this environment that could lead it elsewhere. */
  Finished run(String... arguments) {
    try {
      Path out = Files.createTempFile("python", ".out");
      Path err = Files.createTempFile("python", ".err");
      List<String> command = new ArrayList<>(List.of(program.toString()));
      command.addAll(List.of(arguments));
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
      builder.environment().keySet().retainAll(List.of("PATH", "HOME"));
      Process process = builder.start();
      assertThat(process.waitFor(PATIENCE_SECONDS, SECONDS)).as("%s ends", command).isTrue();
      return new Finished(process.exitValue(), taken(out), taken(err));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String taken(Path file) throws IOException {
    String text = Files.readString(file);
    Files.delete(file);
    return text;
  }
}
