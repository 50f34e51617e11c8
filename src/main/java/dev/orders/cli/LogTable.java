package dev.orders.cli;

import dev.orders.app.JsonForm;
import dev.orders.app.LogJson;
import dev.orders.queue.LogEntry;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** How what handlers have logged is shown: a row a fact. */
final class LogTable implements View<LogEntry> {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

  private final ZoneId zone;

  LogTable(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public List<String> columns() {
    return List.of("TIME", "TASK", "TRY", "FACT", "VALUE");
  }

  @Override
  public List<List<String>> rows(LogEntry entry) {
    return List.of(
        List.of(
            TIME.format(entry.at().atZone(zone)),
            entry.task().toString(),
            Long.toString(entry.delivery()),
            entry.fact(),
            entry.value()));
  }

  @Override
  public List<String> ids(LogEntry entry) {
    return List.of(entry.task().toString());
  }

  @Override
  public JsonForm<LogEntry> json() {
    return new LogJson(zone);
  }
}
