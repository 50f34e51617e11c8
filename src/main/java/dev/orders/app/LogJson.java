package dev.orders.app;

import dev.orders.queue.LogEntry;
import java.time.ZoneId;
import tools.jackson.core.JsonGenerator;

/** A fact of a task's log as JSON. */
public final class LogJson implements JsonForm<LogEntry> {

  private final ZoneId zone;

  /** Writes times in this zone. */
  public LogJson(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public void write(JsonGenerator json, LogEntry entry) {
    json.writeStartObject();
    new JsonFields(json, zone)
        .time("at", entry.at())
        .text("task_id", entry.task().toString())
        .number("delivery", entry.delivery())
        .text("fact", entry.fact())
        .text("value", entry.value());
    json.writeEndObject();
  }
}
