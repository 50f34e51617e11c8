package dev.orders.app;

import java.time.ZoneOffset;
import tools.jackson.core.JsonGenerator;

/** What became of an operator's request; without {@code task_id} it is about the order itself. */
public final class OutcomeJson implements JsonForm<Outcome> {

  @Override
  public void write(JsonGenerator json, Outcome outcome) {
    json.writeStartObject();
    new JsonFields(json, ZoneOffset.UTC)
        .text("task_id", outcome.task() == null ? null : outcome.task().toString())
        .number("order_id", outcome.orderId())
        .text("action", outcome.action())
        .text(outcome.task() == null ? "status" : "state", outcome.state());
    json.writeEndObject();
  }
}
