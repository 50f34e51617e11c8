package dev.orders.app;

import dev.orders.queue.OrderRecord;
import tools.jackson.core.JsonGenerator;

/** A task as it is; an order as its id, its status and its tasks. */
public final class StandingJson implements JsonForm<Standing> {

  private final JsonForm<TaskView> taskJson;

  /** Writes each task in this form. */
  public StandingJson(JsonForm<TaskView> taskJson) {
    this.taskJson = taskJson;
  }

  @Override
  public void write(JsonGenerator json, Standing standing) {
    OrderRecord order = standing.order();
    if (order == null) {
      standing.tasks().forEach(task -> taskJson.write(json, task));
      return;
    }
    json.writeStartObject();
    json.writeNumberProperty("order_id", order.id());
    json.writeStringProperty("status", order.status());
    json.writeArrayPropertyStart("tasks");
    standing.tasks().forEach(task -> taskJson.write(json, task));
    json.writeEndArray();
    json.writeEndObject();
  }
}
