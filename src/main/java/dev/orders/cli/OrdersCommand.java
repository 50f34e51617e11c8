package dev.orders.cli;

import dev.orders.app.Variables;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * {@code orders}: holds the verbs and what they share. Without a verb it shows its help, as a usage
 * error.
 */
@Command(
    name = "orders",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description =
        "Carries out what follows from a shop's orders, in the background, without losing one.")
final class OrdersCommand implements Callable<Integer> {

  @Spec CommandSpec spec;

  @Mixin TalkOptions options = new TalkOptions();

  private final Console console;
  private final Rehearsal rehearsal;

  OrdersCommand(Console console, Rehearsal rehearsal) {
    this.console = console;
    this.rehearsal = rehearsal;
  }

  /** The root of a command, which every verb can ask for what all of them share. */
  static OrdersCommand of(CommandSpec verb) {
    return (OrdersCommand) verb.root().userObject();
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(console.err(), spec.commandLine().getColorScheme());
    return ExitCodes.USAGE;
  }

  /** Waits until what was begun while the arguments were read is over. */
  void awaitRehearsal() {
    rehearsal.awaitEnd();
  }

  Console console() {
    return console;
  }

  TalkOptions options() {
    return options;
  }

  Talk talk() {
    return new Talk(console.err(), options.quiet);
  }

  Variables variables() {
    return Variables.of(console.environment(), console.directory());
  }

  /** Whether moving displays may be drawn on standard error. */
  boolean drawsOnErr() {
    return console.errIsTerminal() && options.errInk(console) == Ink.COLOURED;
  }

  Ink outInk() {
    return options.outInk(console);
  }
}
