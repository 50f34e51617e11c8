package dev.orders.cli;

import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** How much a command says on standard error, and how it looks; understood before and after the verb. */
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

  @Option(names = "--stacktrace", scope = ScopeType.INHERIT, description = "Show where an error comes from.")
  boolean stacktrace;

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
