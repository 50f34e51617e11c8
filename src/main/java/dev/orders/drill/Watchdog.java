package dev.orders.drill;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Sees to it that no worker outlives the drill, kill -9 included: a shell that is told which
 * processes live, and kills them when the pipe it listens at ends with this JVM.
 */
final class Watchdog implements AutoCloseable {

  private static final String SCRIPT =
      "trap '' HUP INT QUIT TERM; pids=; while read -r line; do pids=$line; done;"
          + " [ -z \"$pids\" ] || kill -KILL $pids";

  private final Process shell;

  private Watchdog(Process shell) {
    this.shell = shell;
  }

  /**
   * Starts it; it watches over nothing yet.
   *
   * @throws UncheckedIOException when there is no shell
   */
  static Watchdog start() {
    try {
      return new Watchdog(
          new ProcessBuilder("sh", "-c", SCRIPT)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** These are to be killed when this JVM ends, and no others. */
  void watch(Collection<Long> pids) {
    String line = pids.stream().map(String::valueOf).collect(Collectors.joining(" ", "", "\n"));
    try {
      OutputStream pipe = shell.getOutputStream();
      pipe.write(line.getBytes(StandardCharsets.US_ASCII));
      pipe.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the drill's watchdog has died", e);
    }
  }

  /** Kills whatever it still watches over. */
  @Override
  public void close() {
    try {
      shell.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
