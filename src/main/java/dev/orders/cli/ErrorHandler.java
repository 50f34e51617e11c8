package dev.orders.cli;

import dev.orders.app.ProblemException;
import dev.orders.queue.BrokerException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Turns whatever went wrong into a sentence and an exit code; the only place that does. */
final class ErrorHandler {

  private final PrintWriter err;
  private final Ink ink;
  private final boolean stacktrace;

  ErrorHandler(PrintWriter err, Ink ink, boolean stacktrace) {
    this.err = err;
    this.ink = ink;
    this.stacktrace = stacktrace;
  }

  /** Says what went wrong and returns the exit code; a closed pipe is no error. */
  int handle(Throwable error) {
    if (error instanceof ClosedPipeException) {
      return ExitCodes.OK;
    }
    int code = exitCode(error);
    complain(code == ExitCodes.BUG && !stacktrace ? bug(error) : sentence(error));
    if (stacktrace) {
      trace(error);
    }
    err.flush();
    return code;
  }

  /** Prints one complaint, which may span two lines. */
  void complain(String sentence) {
    String safe = String.join("\n", sentence.lines().map(SafeText::line).toList());
    err.print(ink.error("orders:") + " " + safe + "\n");
    err.flush();
  }

  /** Messages in a trace may quote names of files, and those may be anything. */
  private void trace(Throwable error) {
    StringWriter trace = new StringWriter();
    error.printStackTrace(new PrintWriter(trace, true));
    trace.toString().lines().forEach(line -> err.print(SafeText.line(line) + "\n"));
  }

  private static int exitCode(Throwable error) {
    if (error instanceof ProblemException problem) {
      return exitCode(problem.reason());
    }
    if (error instanceof BrokerException) {
      return ExitCodes.REDIS;
    }
    if (error instanceof InterruptedException) {
      return ExitCodes.INTERRUPTED;
    }
    return error instanceof IOException || error instanceof UncheckedIOException
        ? ExitCodes.LOCAL
        : ExitCodes.BUG;
  }

  private static int exitCode(ProblemException.Reason reason) {
    return switch (reason) {
      case USAGE -> ExitCodes.USAGE;
      case INPUT -> ExitCodes.INPUT;
      case NOT_FOUND -> ExitCodes.NOT_FOUND;
      case TIMED_OUT -> ExitCodes.TIMED_OUT;
      case CONFLICT -> ExitCodes.CONFLICT;
      case LOCAL -> ExitCodes.LOCAL;
    };
  }

  private static String sentence(Throwable error) {
    Throwable cause = error.getCause();
    if (error instanceof UncheckedIOException && cause instanceof IOException trouble) {
      boolean saysWhat = !trouble.toString().equals(error.getMessage());
      return saysWhat
          ? "%s (%s).".formatted(error.getMessage(), trouble.getMessage())
          : sentence(trouble);
    }
    if (error instanceof FileSystemException e) {
      return "cannot use %s (%s).".formatted(e.getFile(), reason(e));
    }
    if (error instanceof IOException) {
      return "cannot read or write (%s).".formatted(error.getMessage());
    }
    if (error instanceof InterruptedException) {
      return "interrupted.";
    }
    return error.getMessage() == null ? error.getClass().getSimpleName() + "." : error.getMessage();
  }

  private static String reason(FileSystemException e) {
    if (e instanceof NoSuchFileException) {
      return "no such file or directory";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "a file of that name is in the way";
    }
    return e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
  }

  private static String bug(Throwable error) {
    return "this is a bug in orders (%s: %s).\nRun it again with --stacktrace and report what it prints."
        .formatted(error.getClass().getSimpleName(), error.getMessage());
  }
}
