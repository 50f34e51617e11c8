package dev.orders.app;

import dev.orders.order.ShippingAddress;
import dev.orders.queue.Task;
import dev.orders.queue.TaskState;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A task's status as JSON: what it is and where it stands, then what is known of its attempts, then
 * the result of a success or the error of a failure. A result is made of the handler's facts,
 * whatever they are; a file's name and directory become one path, and a shipment is an object of
 * its own.
 */
public final class TaskJson implements JsonForm<TaskView> {

  private static final Set<String> FILE_FACTS = Set.of("file", "filename", "directory");

  private final Messages messages;
  private final ZoneId zone;

  /** Writes messages in this language and times in this zone. */
  public TaskJson(Messages messages, ZoneId zone) {
    this.messages = messages;
    this.zone = zone;
  }

  @Override
  public void write(JsonGenerator json, TaskView view) {
    Task task = view.task();
    json.writeStartObject();
    new JsonFields(json, zone)
        .text("task_id", task.id().toString())
        .number("order_id", task.id().orderId())
        .text("queue", task.queue())
        .text("state", task.state().name())
        .number("progress", task.progress())
        .text("status", messages.of(task))
        .text("worker", task.worker())
        .number("deliveries", task.attempts().deliveries())
        .number("failures", task.attempts().failures())
        .number("crashes", task.attempts().crashes())
        .time("enqueued_at", task.times().enqueued())
        .time("started_at", task.times().started())
        .time("ended_at", task.times().ended())
        .time("due_at", task.times().due());
    writeOutcome(json, view);
    json.writeEndObject();
  }

  private void writeOutcome(JsonGenerator json, TaskView view) {
    Task task = view.task();
    if (task.state() == TaskState.SUCCESS) {
      json.writeObjectPropertyStart("result");
      writeResult(json, view);
      json.writeEndObject();
    } else {
      new JsonFields(json, zone).text("error", task.error());
    }
  }

  private void writeResult(JsonGenerator json, TaskView view) {
    Task task = view.task();
    Map<String, String> facts = new TreeMap<>(task.facts());
    boolean skipped = facts.remove("skipped") != null;
    JsonFields fields =
        new JsonFields(json, zone)
            .text("status", skipped ? "skipped" : "success")
            .text("message", messages.of(task))
            .number("order_id", task.id().orderId());
    writeFile(fields, facts);
    facts.keySet().removeAll(FILE_FACTS);
    if (view.address() != null) {
      writeShipment(json, task, view.address());
      facts.keySet().removeAll(Set.of("tracking_number", "estimated_delivery"));
    }
    facts.forEach(fields::text);
  }

  private static void writeFile(JsonFields fields, Map<String, String> facts) {
    String name = facts.getOrDefault("filename", facts.get("file"));
    fields.text("filename", name).text("filepath", path(facts.get("directory"), name));
  }

  private static @Nullable String path(@Nullable String directory, @Nullable String name) {
    return directory == null || name == null ? null : directory + "/" + name;
  }

  private void writeShipment(JsonGenerator json, Task task, ShippingAddress address) {
    json.writeObjectPropertyStart("shipping_info");
    new JsonFields(json, zone)
        .number("order_id", task.id().orderId())
        .text("tracking_number", task.facts().get("tracking_number"))
        .text("recipient", address.name())
        .text("address", address.streetAndCity())
        .text("phone", address.phone())
        .text("estimated_delivery", task.facts().get("estimated_delivery"));
    json.writeEndObject();
  }
}
