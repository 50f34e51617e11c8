package dev.orders.cli;

import dev.orders.app.JsonForm;
import dev.orders.app.Outcome;
import dev.orders.app.OutcomeJson;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How the outcome of an operator's request is shown. */
final class OutcomeTable implements View<Outcome> {

  /** Prints outcomes as they come, so that what was done is told even when a later one fails. */
  static int print(OutputOptions output, Stream<Outcome> outcomes) {
    List<Outcome> refused = new ArrayList<>();
    try (Printer<Outcome> printer = output.many(new OutcomeTable())) {
      outcomes.forEach(
          outcome -> {
            printer.print(outcome);
            Stream.of(outcome).filter(Outcome::isRefused).forEach(refused::add);
          });
    }
    Talk talk = OrdersCommand.of(output.command).talk();
    refused.forEach(
        outcome ->
            talk.complain(
                "orders: %s is %s, which does not allow this; it was left as it is."
                    .formatted(outcome.id(), outcome.state())));
    return refused.isEmpty() ? ExitCodes.OK : ExitCodes.CONFLICT;
  }

  @Override
  public List<String> columns() {
    return List.of("ID", "ACTION", "STATE");
  }

  @Override
  public List<List<String>> rows(Outcome outcome) {
    return List.of(List.of(outcome.id(), outcome.action(), outcome.state()));
  }

  @Override
  public List<String> ids(Outcome outcome) {
    return List.of(outcome.id());
  }

  @Override
  public JsonForm<Outcome> json() {
    return new OutcomeJson();
  }
}
