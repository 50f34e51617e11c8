package dev.orders.app;

import dev.orders.app.Timeline.Lane;
import dev.orders.app.Timeline.Turn;
import dev.orders.queue.Task;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * An order's timeline: the axis, then a task each with its attempts. Spans are in seconds; what is
 * under way is measured up to {@code until}.
 */
public final class TimelineJson implements JsonForm<Timeline> {

  private final ZoneId zone;

  /** Writes times in this zone. */
  public TimelineJson(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public void write(JsonGenerator json, Timeline timeline) {
    json.writeStartObject();
    new JsonFields(json, zone)
        .number("order_id", timeline.order().id())
        .text("status", timeline.order().status())
        .time("from", timeline.from())
        .time("until", timeline.until());
    json.writeArrayPropertyStart("tasks");
    timeline.lanes().forEach(lane -> writeLane(json, lane, timeline));
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeLane(JsonGenerator json, Lane lane, Timeline timeline) {
    Task task = lane.task();
    json.writeStartObject();
    new JsonFields(json, zone)
        .text("task_id", task.id().toString())
        .text("queue", task.queue())
        .text("state", task.state().name())
        .number("progress", task.progress())
        .time("ended_at", task.times().ended());
    json.writeArrayPropertyStart("attempts");
    lane.turns().forEach(turn -> writeTurn(json, turn, timeline));
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeTurn(JsonGenerator json, Turn turn, Timeline timeline) {
    json.writeStartObject();
    new JsonFields(json, zone)
        .number("delivery", turn.delivery())
        .text("outcome", turn.fate().name())
        .time("enqueued_at", turn.enqueued())
        .time("started_at", turn.started())
        .time("ended_at", turn.ended())
        .time("due_at", turn.due())
        .text("worker", turn.worker().isEmpty() ? null : turn.worker())
        .text("error", turn.error().isEmpty() ? null : turn.error());
    seconds(json, "wait_seconds", turn.waited(timeline.until()));
    seconds(json, "run_seconds", turn.ran(timeline.until()));
    seconds(
        json, "retry_delay_seconds", turn.fate() == Timeline.Fate.RETRY ? turn.retryDelay() : null);
    json.writeEndObject();
  }

  private static void seconds(JsonGenerator json, String name, @Nullable Duration span) {
    if (span != null) {
      json.writeNumberProperty(name, span.toMillis() / 1e3);
    }
  }
}
