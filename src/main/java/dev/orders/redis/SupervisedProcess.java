package dev.orders.redis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A process in a session of its own that ends when this JVM ends, kill -9 included. {@code
 * supervise.sh} beside the scripts tells how.
 */
final class SupervisedProcess {

  private final Process supervisor;
  private final long pid;

  private SupervisedProcess(Process supervisor, long pid) {
    this.supervisor = supervisor;
    this.pid = pid;
  }

  /**
   * Starts a command in a directory; what it prints goes into {@code redis.log} there.
   *
   * @throws IOException when there is no shell, or it could not start the command
   */
  static SupervisedProcess start(Path directory, List<String> command) throws IOException {
    List<String> supervised = new ArrayList<>(ownSession());
    supervised.addAll(List.of("-c", script(), "supervise"));
    supervised.addAll(command);
    Process supervisor =
        new ProcessBuilder(supervised)
            .directory(directory.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new SupervisedProcess(supervisor, pid(supervisor));
  }

  long pid() {
    return pid;
  }

  boolean isAlive() {
    return supervisor.isAlive();
  }

  /** Completes when the process has ended. */
  CompletableFuture<Process> onExit() {
    return supervisor.onExit();
  }

  /** Waits for the end. */
  boolean hasEndedWithin(long time, TimeUnit unit) throws InterruptedException {
    return supervisor.waitFor(time, unit);
  }

  /** Asks it to stop: its watchdog sees the pipe end, as when this JVM ends. */
  void stop() {
    try {
      supervisor.getOutputStream().close();
    } catch (IOException goneAlready) {
      // The other end of the pipe has ended, which is what was asked for.
    }
  }

  /** Ends it without asking. */
  void kill() {
    ProcessHandle.of(pid).filter(process -> isAlive()).ifPresent(ProcessHandle::destroyForcibly);
  }

  private static List<String> ownSession() {
    return SearchPath.find("setsid").isPresent() ? List.of("setsid", "sh") : List.of("bash");
  }

  private static String script() throws IOException {
    try (InputStream script = SupervisedProcess.class.getResourceAsStream("supervise.sh")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static long pid(Process supervisor) throws IOException {
    try (BufferedReader printed = supervisor.inputReader(StandardCharsets.US_ASCII)) {
      String pid = printed.readLine();
      if (pid == null) {
        throw new IOException("the shell could not start it");
      }
      return Long.parseLong(pid);
    }
  }
}
