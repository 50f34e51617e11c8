package dev.orders.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * How much a command says on standard error, and how it looks; understood before and after the
 * verb.
 */
final class TalkOptions {

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "Say nothing but errors.")
  boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Say more; twice: say everything.")
  boolean[] verbose = new boolean[0];

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      scope = ScopeType.INHERIT,
      description = "auto, always or never; NO_COLOR is honoured.")
  Ink.When color = Ink.When.auto;

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "Show where an error comes from.")
  boolean stacktrace;

  /** How much a worker logs: what it was told, or else what -q and -v say. */
  Logging.Verbosity verbosity(Logging.@Nullable Verbosity told) {
    if (told != null) {
      return told;
    }
    if (quiet) {
      return Logging.Verbosity.error;
    }
    return switch (verbose.length) {
      case 0 -> Logging.Verbosity.info;
      case 1 -> Logging.Verbosity.debug;
      default -> Logging.Verbosity.trace;
    };
  }

  Ink outInk(Console console) {
    return Ink.of(color, console.outIsTerminal(), noColour(console));
  }

  Ink errInk(Console console) {
    return Ink.of(color, console.errIsTerminal(), noColour(console));
  }

  /** See no-color.org: any text in NO_COLOR counts. */
  private static boolean noColour(Console console) {
    return !console.environment().getOrDefault("NO_COLOR", "").isEmpty()
        || console.environment().getOrDefault("TERM", "").equals("dumb");
  }
}
