package dev.orders.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The world around a command: its streams, which of them are terminals, its environment and its
 * working directory. Text is UTF-8 whatever the locale says, so that Korean survives {@code
 * LC_ALL=C}.
 *
 * @param in standard input, as bytes
 * @param inIsTerminal true when a person types {@code in}
 * @param out data
 * @param err talk: logs, progress, errors
 * @param outIsTerminal true when a person reads {@code out}
 * @param errIsTerminal true when a person reads {@code err}
 * @param environment the environment's variables
 * @param directory the working directory
 */
record Console(
    InputStream in,
    boolean inIsTerminal,
    PrintWriter out,
    PrintWriter err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    Map<String, String> environment,
    Path directory) {

  /** The console of this process. */
  static Console ofProcess() {
    return new Console(
        System.in,
        isTerminal(0),
        writer(new OutputPipe(new FileOutputStream(FileDescriptor.out)), false),
        // What cannot be said is not worth failing for: a worker goes on when its terminal has
        // gone.
        writer(new FileOutputStream(FileDescriptor.err), true),
        isTerminal(1),
        isTerminal(2),
        System.getenv(),
        Path.of("").toAbsolutePath());
  }

  /** True when there is somebody to ask. */
  boolean isInteractive() {
    return inIsTerminal && errIsTerminal;
  }

  private static PrintWriter writer(OutputStream target, boolean flushEachLine) {
    OutputStream bytes = new BufferedOutputStream(target, 1 << 14);
    return new PrintWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), flushEachLine);
  }

  /** Java tells only whether input and output are terminals together; Linux tells of each. */
  @SuppressWarnings("SystemConsoleNull") // The launcher asks Java 22 and newer for the old answer.
  private static boolean isTerminal(int descriptor) {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException | UnsupportedOperationException e) {
      return System.console() != null;
    }
  }
}
