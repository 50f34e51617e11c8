package dev.orders.cli;

import dev.orders.app.Operator;
import dev.orders.app.Outcome;
import dev.orders.app.Services;
import dev.orders.app.Target;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orders retry}. */
@Command(
    name = "retry",
    description = "Put dead tasks back into their queue: by id, or with --dead all of a queue.")
final class RetryCommand implements Callable<Integer> {

  @Mixin ConnectOptions connect = new ConnectOptions();
  @Mixin OutputOptions output = new OutputOptions();

  @ArgGroup(multiplicity = "1")
  Which which = new Which();

  /** Either ids or a whole queue. */
  static final class Which {
    @Parameters(arity = "1..*", paramLabel = "ID", description = "Task ids.")
    List<Target> ids = List.of();

    @ArgGroup(exclusive = false)
    @Nullable WholeQueue queue;
  }

  /** All dead tasks of a queue. */
  static final class WholeQueue {
    @Option(names = "--dead", required = true, description = "All dead tasks of the queue.")
    boolean dead;

    @Option(names = "--queue", required = true, paramLabel = "QUEUE", description = "Which queue.")
    String name = "";
  }

  @Override
  public Integer call() {
    try (Services services = connect.services()) {
      Operator operator = new Operator(services.operations());
      Stream<Outcome> outcomes =
          which.queue == null
              ? which.ids.stream().map(operator::retry)
              : operator.retryDead(which.queue.name).stream();
      return OutcomeTable.print(output, outcomes);
    }
  }
}
