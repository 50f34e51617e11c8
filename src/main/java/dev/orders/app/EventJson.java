package dev.orders.app;

import dev.orders.queue.EventFeed;
import java.time.ZoneId;
import tools.jackson.core.JsonGenerator;

/** One thing that happened; without {@code task_id} it is about the order itself, and its state is the order's. */
public final class EventJson implements JsonForm<EventFeed.Event> {

  private final ZoneId zone;

  /** Writes times in this zone. */
  public EventJson(ZoneId zone) {
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
        .number("progress", event.progress());
    json.writeEndObject();
  }
}
