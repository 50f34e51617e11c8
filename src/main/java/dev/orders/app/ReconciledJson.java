package dev.orders.app;

import tools.jackson.core.JsonGenerator;

/** What became of an order of a journal; without {@code order_id} it is nowhere. */
public final class ReconciledJson implements JsonForm<Reconciled> {

  @Override
  public void write(JsonGenerator json, Reconciled order) {
    json.writeStartObject();
    json.writeNumberProperty("entry", order.entry());
    json.writeStringProperty("idempotency_key", order.key());
    json.writeStringProperty("found", order.found().word());
    if (order.orderId() > 0) {
      json.writeNumberProperty("order_id", order.orderId());
    }
    json.writeBooleanProperty("lost", order.isLost());
    json.writeEndObject();
  }
}
