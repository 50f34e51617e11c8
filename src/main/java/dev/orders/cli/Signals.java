package dev.orders.cli;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hears SIGINT and SIGTERM before the JVM does: its own way is to start shutting down at the first
 * one, and then nobody hears a second. While a command listens, its process does not end by a
 * signal, but by the command's will.
 */
final class Signals implements AutoCloseable {

  private static final List<String> HEARD = List.of("INT", "TERM");
  private static final int EXIT_BASE = 128;

  private final AtomicInteger exitCode = new AtomicInteger();
  private final List<Runnable> undo;

  private Signals(Runnable action) {
    this.undo = HEARD.stream().map(name -> listen(name, action)).toList();
  }

  /** Runs the action, on a thread of its own, at every signal until this is closed. */
  static Signals on(Runnable action) {
    return new Signals(action);
  }

  /** The code of a process that the first signal ended: 130 or 143; 0 when there was none. */
  int exitCode() {
    return exitCode.get();
  }

  @Override
  public void close() {
    undo.forEach(Runnable::run);
  }

  private Runnable listen(String name, Runnable action) {
    return SignalHook.listen(
        name,
        number -> {
          exitCode.compareAndSet(0, EXIT_BASE + number);
          action.run();
        });
  }
}
