package dev.orders.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One worker, as the operating system sees it. Used by one thread. */
final class WorkerProcess {

  private static final Duration TO_DIE = Duration.ofSeconds(10);

  private final String name;
  private final Process process;
  private @Nullable Instant pausedAt;

  WorkerProcess(String name, Process process) {
    this.name = name;
    this.process = process;
  }

  String name() {
    return name;
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Kills it with SIGKILL, paused or not, and waits until it is gone. */
  void kill() {
    process.destroyForcibly();
    try {
      process.waitFor(TO_DIE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops its clock. */
  void pause(Instant now) {
    signal("STOP");
    pausedAt = now;
  }

  /** Lets it go on, as if no time had passed. */
  void goOn() {
    signal("CONT");
    pausedAt = null;
  }

  /** When it was paused; null while it runs. */
  @Nullable Instant pausedAt() {
    return pausedAt;
  }

  /** Java sends two signals only; every shell sends all of them. */
  private void signal(String signal) {
    try {
      new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pid()).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
