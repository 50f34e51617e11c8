package dev.orders.cli;

import dev.orders.app.Target;
import dev.orders.order.OrderStatus;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** The command line as a whole: parses, runs one verb, and answers with its exit code. */
public final class OrdersCli {

  private final Console console;
  private final OrdersCommand root;

  private OrdersCli(Console console, Rehearsal rehearsal) {
    this.console = console;
    this.root = new OrdersCommand(console, rehearsal);
  }

  /** True when this asks Redis a question or two, and is over. */
  public static boolean isShort(String... args) {
    return Verbs.isShort(args);
  }

  /** Runs the command on this process's streams; never throws, never exits. */
  public static int run(String... args) {
    if (Verbs.isSilent(args)) {
      Logging.spare();
    }
    Rehearsal rehearsal = isShort(args) ? Rehearsal.begin() : Rehearsal.none();
    return new OrdersCli(Console.ofProcess(), rehearsal).execute(args);
  }

  static int run(Console console, String... args) {
    return new OrdersCli(console, Rehearsal.none()).execute(args);
  }

  private int execute(String... args) {
    try {
      int code = commandLine(Verbs.of(args)).execute(args);
      if (code == ExitCodes.OK) {
        // Help is still in the buffer. What went wrong has flushed, or could not.
        console.out().flush();
      }
      return code;
    } catch (Throwable error) {
      // Besides bugs, errors such as OutOfMemoryError, which picocli does not hand to its handlers.
      return errorHandler().handle(error);
    }
  }

  private CommandLine commandLine(List<Class<?>> verbs) {
    CommandLine commandLine = new CommandLine(root);
    verbs.forEach(commandLine::addSubcommand);
    return commandLine
        .setOut(console.out())
        .setErr(console.err())
        .registerConverter(Target.class, new TargetConverter())
        .registerConverter(OrderStatus.class, new StatusConverter())
        .registerConverter(Duration.class, new DurationConverter())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setColorScheme(colours(root.outInk()))
        .setParameterExceptionHandler(new UsageErrors(console))
        .setExecutionExceptionHandler((error, command, parsed) -> errorHandler().handle(error))
        .setExecutionStrategy(this::runVerb);
  }

  private int runVerb(ParseResult parsed) {
    parsed.asCommandLineList().forEach(command -> command.setColorScheme(colours(root.outInk())));
    try {
      return new RunLast().execute(parsed);
    } catch (ClosedPipeException | UncheckedIOException e) {
      // While it printed help: picocli would call that a bug.
      throw new ExecutionException(
          parsed.commandSpec().commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private ErrorHandler errorHandler() {
    return new ErrorHandler(
        console.err(), root.options().errInk(console), root.options().stacktrace);
  }

  private static Help.ColorScheme colours(Ink ink) {
    return Help.defaultColorScheme(ink == Ink.COLOURED ? Ansi.ON : Ansi.OFF);
  }
}
