package dev.orders.app;

import dev.orders.queue.OrderRecord;
import java.time.ZoneId;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** What {@code orders} added to an order, then the order as it was submitted, then its tasks. */
public final class OrderViewJson implements JsonForm<OrderView> {

  private final JsonForm<TaskView> taskJson;
  private final ZoneId zone;

  /** Writes each task in this form, and times in this zone. */
  public OrderViewJson(JsonForm<TaskView> taskJson, ZoneId zone) {
    this.taskJson = taskJson;
    this.zone = zone;
  }

  @Override
  public void write(JsonGenerator json, OrderView view) {
    OrderRecord record = view.record();
    json.writeStartObject();
    new JsonFields(json, zone)
        .number("id", record.id())
        .text("status", record.status())
        .time("created_at", record.createdAt())
        .time("updated_at", record.updatedAt())
        .text("tracking_number", record.trackingNumber())
        .text("idempotency_key", record.idempotencyKey());
    copyFields(json, view.body());
    json.writeArrayPropertyStart("tasks");
    view.tasks().forEach(task -> taskJson.write(json, task));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void copyFields(JsonGenerator json, String body) {
    try (JsonParser fields = Json.from(body)) {
      fields.nextToken();
      while (fields.nextToken() == JsonToken.PROPERTY_NAME) {
        json.copyCurrentStructure(fields);
      }
    }
  }
}
