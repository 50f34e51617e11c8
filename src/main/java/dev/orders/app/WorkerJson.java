package dev.orders.app;

import dev.orders.queue.TaskId;
import dev.orders.queue.WorkerInfo;
import java.time.ZoneId;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** A worker as it presents itself. */
public final class WorkerJson implements JsonForm<WorkerInfo> {

  private final ZoneId zone;

  /** Writes times in this zone. */
  public WorkerJson(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public void write(JsonGenerator json, WorkerInfo worker) {
    json.writeStartObject();
    JsonFields fields =
        new JsonFields(json, zone)
            .text("worker", worker.id())
            .text("host", worker.host())
            .number("pid", worker.pid());
    writeTexts(json, "queues", worker.queues());
    fields.number("concurrency", worker.concurrency());
    writeTexts(json, "running", worker.running().stream().map(TaskId::toString).toList());
    fields.time("started_at", worker.startedAt()).time("last_beat_at", worker.lastBeat());
    json.writeEndObject();
  }

  private static void writeTexts(JsonGenerator json, String name, List<String> texts) {
    json.writeArrayPropertyStart(name);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }
}
