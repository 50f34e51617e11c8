package dev.orders.app;

import dev.orders.queue.Minute;
import java.time.ZoneId;
import java.util.List;
import java.util.function.ToLongFunction;
import tools.jackson.core.JsonGenerator;

/**
 * What was counted minute by minute, in columns: an array for each count, a number for each minute,
 * as a plot wants it. {@code from} is when the first minute began; the last one is not over yet.
 */
public final class HistoryJson implements JsonForm<List<Minute>> {

  private final List<String> queues;
  private final ZoneId zone;

  /** Writes the columns of these queues, and times in this zone. */
  public HistoryJson(List<String> queues, ZoneId zone) {
    this.queues = queues;
    this.zone = zone;
  }

  @Override
  public void write(JsonGenerator json, List<Minute> minutes) {
    json.writeStartObject();
    new JsonFields(json, zone)
        .time("from", minutes.isEmpty() ? null : minutes.get(0).start())
        .number("step_seconds", 60)
        .number("minutes", minutes.size());
    column(json, "accepted", minutes, minute -> minute.count("accepted"));
    json.writeArrayPropertyStart("queues");
    queues.forEach(queue -> writeQueue(json, queue, minutes));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeQueue(JsonGenerator json, String queue, List<Minute> minutes) {
    json.writeStartObject();
    json.writeStringProperty("queue", queue);
    for (QueueCounts count : QueueCounts.ALL) {
      column(json, count.name(), minutes, minute -> minute.count(count.of(queue)));
    }
    json.writeArrayPropertyStart("run_seconds");
    minutes.forEach(minute -> json.writeNumber(ranMillis(minute, queue) / 1e3));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void column(
      JsonGenerator json, String name, List<Minute> minutes, ToLongFunction<Minute> value) {
    json.writeArrayPropertyStart(name);
    minutes.forEach(minute -> json.writeNumber(value.applyAsLong(minute)));
    json.writeEndArray();
  }

  private static long ranMillis(Minute minute, String queue) {
    return TaskTypes.kinds(queue).stream().mapToLong(kind -> minute.count("ran_ms:" + kind)).sum();
  }
}
