package dev.orders.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The format of what a command prints, for every command that prints data. */
final class OutputOptions {

  private static final int PLAIN_WIDTH = 80;

  @Spec(Target.MIXEE)
  CommandSpec command;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "table, json, jsonl or id (default: table).")
  Format format = Format.table;

  /** Prints what was asked for by name: as JSON an object for one, an array for several. */
  <T> void print(View<T> view, List<T> values) {
    try (Printer<T> printer = values.size() == 1 ? one(view) : many(view)) {
      values.forEach(printer::print);
    }
  }

  /** A printer for exactly one thing. */
  <T> Printer<T> one(View<T> view) {
    return printer(view, JsonPrinter.Shape.OBJECT);
  }

  /**
   * A printer for any number of things; as JSON they are an array, even when there is only one or
   * none.
   */
  <T> Printer<T> many(View<T> view) {
    return printer(view, JsonPrinter.Shape.ARRAY);
  }

  /** A printer for what comes as time goes by: JSON is an object a line. */
  <T> Printer<T> stream(View<T> view) {
    return printer(view, JsonPrinter.Shape.LINES);
  }

  /** How many columns a line of what people read has. */
  int width() {
    Console console = OrdersCommand.of(command).console();
    String columns = console.environment().getOrDefault("COLUMNS", "");
    if (columns.matches("[1-9][0-9]{1,3}")) {
      return Integer.parseInt(columns);
    }
    return console.outIsTerminal() ? command.usageMessage().width() : PLAIN_WIDTH;
  }

  private <T> Printer<T> printer(View<T> view, JsonPrinter.Shape document) {
    OrdersCommand orders = OrdersCommand.of(command);
    PrintWriter out = orders.console().out();
    boolean isStream = document == JsonPrinter.Shape.LINES;
    return switch (format) {
      case json -> new JsonPrinter<>(view.json(), document, out);
      case jsonl -> new JsonPrinter<>(view.json(), JsonPrinter.Shape.LINES, out);
      case id -> new IdPrinter<>(view, out, isStream);
      case table -> view.forPeople(out, orders.outInk(), isStream ? 1 : TablePrinter.HELD_BACK);
    };
  }
}
