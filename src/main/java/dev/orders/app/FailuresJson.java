package dev.orders.app;

import dev.orders.app.Failures.Cause;
import dev.orders.app.Failures.Report;
import java.time.ZoneId;
import tools.jackson.core.JsonGenerator;

/** What failed for good, by its causes. */
public final class FailuresJson implements JsonForm<Report> {

  private final ZoneId zone;

  /** Writes times in this zone. */
  public FailuresJson(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public void write(JsonGenerator json, Report report) {
    json.writeStartObject();
    new JsonFields(json, zone)
        .number("total", report.total())
        .number("examined", report.examined());
    json.writeArrayPropertyStart("failures");
    report.causes().forEach(cause -> write(json, cause));
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(JsonGenerator json, Cause cause) {
    json.writeStartObject();
    new JsonFields(json, zone)
        .text("queue", cause.queue())
        .text("cause", cause.cause())
        .number("tasks", cause.tasks())
        .time("first_at", cause.first())
        .time("last_at", cause.last());
    json.writeArrayPropertyStart("examples");
    cause.examples().forEach(task -> json.writeString(task.toString()));
    json.writeEndArray();
    json.writeEndObject();
  }
}
