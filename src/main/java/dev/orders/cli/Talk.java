package dev.orders.cli;

import java.io.PrintWriter;

/** What a command says on standard error beside its errors; silent with {@code -q}. */
final class Talk {

  private final PrintWriter err;
  private final boolean quiet;

  Talk(PrintWriter err, boolean quiet) {
    this.err = err;
    this.quiet = quiet;
  }

  /** Says one line. */
  void say(String format, Object... arguments) {
    if (!quiet) {
      complain(String.format(format, arguments));
    }
  }

  /** Says one line even when the command is to be quiet: something is wrong. */
  void complain(String line) {
    err.print(SafeText.line(line) + "\n");
    err.flush();
  }
}
