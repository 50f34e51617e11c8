package dev.orders.app;

import dev.orders.queue.Receipt;
import dev.orders.queue.TaskId;
import tools.jackson.core.JsonGenerator;

/**
 * The answer to an accepted order, with its first tasks under {@code <name>_task}, and {@code
 * durable} where somebody asked for it.
 */
public final class AcceptanceJson implements JsonForm<Receipt> {

  private final Messages messages;

  /** Writes the message in this language. */
  public AcceptanceJson(Messages messages) {
    this.messages = messages;
  }

  @Override
  public void write(JsonGenerator json, Receipt receipt) {
    json.writeStartObject();
    json.writeNumberProperty("order_id", receipt.orderId());
    json.writeStringProperty("status", receipt.status());
    json.writeStringProperty("message", messages.accepted());
    json.writeObjectPropertyStart("task_ids");
    for (TaskId task : receipt.tasks()) {
      json.writeStringProperty(task.name() + "_task", task.toString());
    }
    json.writeEndObject();
    if (receipt.durability() != null) {
      json.writeBooleanProperty("durable", receipt.durability().isDurable());
    }
    json.writeEndObject();
  }
}
