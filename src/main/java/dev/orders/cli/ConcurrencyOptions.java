package dev.orders.cli;

import picocli.CommandLine.Option;

/** How much a worker does at a time, for every command that has one. */
final class ConcurrencyOptions {

  @Option(
      names = {"-c", "--concurrency"},
      paramLabel = "N",
      description = "How many tasks to run at once (default: 4).")
  int concurrency = 4;
}
