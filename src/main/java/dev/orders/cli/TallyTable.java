package dev.orders.cli;

import dev.orders.app.Tally;
import java.util.List;
import java.util.Map;

/** How many tasks of a queue ended how. */
final class TallyTable implements Table<Map.Entry<String, Tally>> {

  @Override
  public List<String> columns() {
    return List.of("QUEUE", "SUCCEEDED", "FAILED", "CANCELLED", "OPEN");
  }

  @Override
  public List<List<String>> rows(Map.Entry<String, Tally> queue) {
    Tally tally = queue.getValue();
    return List.of(
        List.of(
            queue.getKey(),
            number(tally.succeeded()),
            number(tally.failed()),
            number(tally.revoked()),
            number(tally.open())));
  }

  private static String number(long number) {
    return "%,d".formatted(number);
  }
}
