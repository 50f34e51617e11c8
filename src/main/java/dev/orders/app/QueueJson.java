package dev.orders.app;

import dev.orders.queue.QueueStats;
import java.time.Duration;
import tools.jackson.core.JsonGenerator;

/** How a queue stands; the age of its oldest task in seconds, null when none waits. */
public final class QueueJson implements JsonForm<QueueStats> {

  @Override
  public void write(JsonGenerator json, QueueStats queue) {
    json.writeStartObject();
    json.writeStringProperty("queue", queue.name());
    json.writeNumberProperty("pending", queue.pending());
    json.writeNumberProperty("active", queue.active());
    json.writeNumberProperty("delayed", queue.delayed());
    json.writeNumberProperty("dead", queue.dead());
    Duration oldest = queue.oldest();
    if (oldest == null) {
      json.writeNullProperty("oldest_seconds");
    } else {
      json.writeNumberProperty("oldest_seconds", oldest.toSeconds());
    }
    json.writeBooleanProperty("paused", queue.paused());
    json.writeEndObject();
  }
}
