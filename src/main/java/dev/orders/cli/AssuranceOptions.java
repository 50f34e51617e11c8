package dev.orders.cli;

import dev.orders.app.Assurance;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What a submission is to survive. */
final class AssuranceOptions {

  @Spec(Target.MIXEE)
  CommandSpec command;

  @Option(
      names = "--durable",
      description =
          "Have Redis vouch for each order, by its disk or a replica; else the order stands, and exit 6.")
  boolean durable;

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description =
          "Write all orders there first, forced to the disk; the same command again goes on and doubles none.")
  @Nullable Path journal;

  /** What was asked for. */
  Assurance value() {
    Path directory = OrdersCommand.of(command).console().directory();
    return new Assurance(durable, journal == null ? null : directory.resolve(journal));
  }
}
