package dev.orders.redis;

import dev.orders.queue.Settlement;
import dev.orders.queue.Settlement.Failed;
import dev.orders.queue.Settlement.Outcome;
import dev.orders.queue.Settlement.Released;
import dev.orders.queue.Settlement.Retried;
import dev.orders.queue.Settlement.Succeeded;
import dev.orders.queue.TaskResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes settlements as settle.lua reads them. */
final class SettlementArguments {

  private SettlementArguments() {}

  static void append(Settlement settlement, List<String> arguments) {
    List<String> values = values(settlement.outcome());
    arguments.add(
        settlement.task()
            + " "
            + settlement.delivery()
            + " "
            + word(settlement.outcome())
            + " "
            + values.size());
    arguments.addAll(values);
  }

  private static String word(Outcome outcome) {
    if (outcome instanceof Succeeded) {
      return "SUCCEEDED";
    }
    if (outcome instanceof Failed) {
      return "FAILED";
    }
    if (outcome instanceof Retried) {
      return "RETRIED";
    }
    return outcome instanceof Released ? "RELEASED" : "REVOKED";
  }

  private static List<String> values(Outcome outcome) {
    if (outcome instanceof Succeeded succeeded) {
      return values(succeeded.result());
    }
    if (outcome instanceof Failed failed) {
      return List.of(failed.error());
    }
    return outcome instanceof Retried retried
        ? List.of(retried.error(), Long.toString(retried.delay().toMillis()))
        : List.of();
  }

  private static List<String> values(TaskResult result) {
    if (result.facts().isEmpty() && result.change() == null && result.next() == null) {
      return List.of();
    }
    List<String> values = new ArrayList<>();
    values.add(result.change() == null ? "" : result.change().status());
    values.add(result.change() == null ? "" : orEmpty(result.change().trackingNumber()));
    values.add(result.next() == null ? "" : result.next().name());
    values.add(result.next() == null ? "" : result.next().queue());
    result
        .facts()
        .forEach(
            (name, value) -> {
              values.add(Replies.FACT + name);
              values.add(value);
            });
    return values;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
