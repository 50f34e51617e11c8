package dev.orders.cli;

import dev.orders.app.Target;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what a command is asked about. */
final class TargetConverter implements ITypeConverter<Target> {

  /** What the help says of such an argument. */
  static final String HELP = "A task (17-invoice) or an order (17).";

  @Override
  public Target convert(String text) {
    return Target.parse(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "\"" + text + "\" is neither an order (17) nor a task (17-invoice)"));
  }
}
