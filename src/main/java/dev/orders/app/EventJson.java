package dev.orders.app;

import dev.orders.queue.EventFeed;
import java.time.ZoneId;
import tools.jackson.core.JsonGenerator;

/**
 * One thing that happened; without {@code task_id} it is about the order itself, and its state is
 * the order's.
 */
public final class EventJson implements JsonForm<EventFeed.Event> {

  private final Messages messages;
  private final ZoneId zone;

  /** Writes messages in this language and times in this zone. */
  public EventJson(Messages messages, ZoneId zone) {
    this.messages = messages;
    this.zone = zone;
  }

  @Override
  public void write(JsonGenerator json, EventFeed.Event event) {
    json.writeStartObject();
    new JsonFields(json, zone)
        .time("at", event.at())
        .number("order_id", event.orderId())
        .text("task_id", event.task().isEmpty() ? null : event.task())
        .text("state", event.state())
        .number("progress", event.progress())
        .text("status", messages.of(event));
    json.writeEndObject();
  }
}
