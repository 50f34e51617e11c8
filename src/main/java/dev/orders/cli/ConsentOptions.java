package dev.orders.cli;

import dev.orders.app.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Asks before something is changed for good; for every command that does so. */
final class ConsentOptions {

  @Spec(Target.MIXEE)
  CommandSpec command;

  @Option(names = "--yes", description = "Do not ask.")
  boolean yes;

  @Option(names = "--dry-run", description = "Only tell what would be done.")
  boolean dryRun;

  /** A {@link ProblemException} when there is nobody to ask and nothing has been said before. */
  void requireSomebody() {
    if (!yes && !dryRun && !OrdersCommand.of(command).console().isInteractive()) {
      throw new ProblemException(
          ProblemException.Reason.USAGE,
          "there is no terminal to ask on. Pass --yes to do it, or --dry-run to see what would be"
              + " done.");
    }
  }

  /** True when it may be done: not a dry run, and agreed to by option or by answer. */
  boolean isGiven(String question) {
    return !dryRun && (yes || agrees(OrdersCommand.of(command).console(), question));
  }

  private static boolean agrees(Console console, String question) {
    console.err().print(question + " [y/N] ");
    console.err().flush();
    try {
      String answer =
          new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8))
              .readLine();
      return answer != null && answer.strip().matches("(?i)y(es)?");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
