package dev.orders.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Answers a mistyped command in two lines: what is wrong, and what was probably meant. */
final class UsageErrors implements IParameterExceptionHandler {

  private static final int MOST_SUGGESTIONS = 3;

  private final Console console;

  UsageErrors(Console console) {
    this.console = console;
  }

  @Override
  public int handleParseException(ParameterException error, String[] args) {
    CommandLine command = error.getCommandLine();
    TalkOptions talk = ((OrdersCommand) command.getCommandSpec().root().userObject()).options();
    new ErrorHandler(console.err(), talk.errInk(console), talk.stacktrace)
        .complain(problem(error) + "\n" + advice(error, command));
    return ExitCodes.USAGE;
  }

  private static String problem(ParameterException error) {
    if (error instanceof UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().get(0);
      boolean isVerb = error.getCommandLine().getParent() == null && !first.startsWith("-");
      return "unknown %s \"%s\"."
          .formatted(isVerb ? "command" : first.startsWith("-") ? "option" : "argument", first);
    }
    // picocli begins what it says on groups of options with a word of its own.
    String message = String.valueOf(error.getMessage()).replaceFirst("^Error: ", "");
    return message.endsWith(".") ? message : message + ".";
  }

  private static String advice(ParameterException error, CommandLine command) {
    List<String> meant =
        error instanceof UnmatchedArgumentException unmatched
            ? unmatched.getSuggestions()
            : List.of();
    String help = "Try \"%s --help\".".formatted(command.getCommandSpec().qualifiedName());
    return meant.isEmpty()
        ? help
        : "Did you mean %s? "
                .formatted(
                    String.join(" or ", meant.subList(0, Math.min(meant.size(), MOST_SUGGESTIONS))))
            + help;
  }
}
