package dev.orders.http;

import dev.orders.app.AcceptanceJson;
import dev.orders.app.Failures;
import dev.orders.app.FailuresJson;
import dev.orders.app.HistoryJson;
import dev.orders.app.JsonForm;
import dev.orders.app.LogJson;
import dev.orders.app.Messages;
import dev.orders.app.OrderView;
import dev.orders.app.OrderViewJson;
import dev.orders.app.Outcome;
import dev.orders.app.OutcomeJson;
import dev.orders.app.PersonalData;
import dev.orders.app.QueueJson;
import dev.orders.app.Services;
import dev.orders.app.TaskJson;
import dev.orders.app.TaskTypes;
import dev.orders.app.TaskView;
import dev.orders.app.Timeline;
import dev.orders.app.TimelineJson;
import dev.orders.app.WorkerJson;
import dev.orders.queue.LogEntry;
import dev.orders.queue.Minute;
import dev.orders.queue.QueueStats;
import dev.orders.queue.Receipt;
import dev.orders.queue.WorkerInfo;
import java.time.ZoneId;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** The forms of the command line's JSON; without personal data for those who may not see it. */
final class Forms {

  private final JsonForm<Receipt> acceptance;
  private final JsonForm<TaskView> task;
  private final JsonForm<OrderView> order;
  private final JsonForm<Outcome> outcome = new OutcomeJson();
  private final JsonForm<QueueStats> queue = new QueueJson();
  private final JsonForm<WorkerInfo> worker;
  private final JsonForm<Failures.Report> failures;
  private final JsonForm<LogEntry> log;
  private final JsonForm<Timeline> timeline;
  private final JsonForm<List<Minute>> history;

  Forms(Services services) {
    Messages messages = services.messages();
    ZoneId zone = services.settings().zone();
    acceptance = new AcceptanceJson(messages);
    task = new TaskJson(messages, zone);
    order = new OrderViewJson(task, zone);
    worker = new WorkerJson(zone);
    failures = new FailuresJson(zone);
    log = new LogJson(zone);
    timeline = new TimelineJson(zone);
    history = new HistoryJson(TaskTypes.queues(), zone);
  }

  JsonForm<Receipt> acceptance() {
    return acceptance;
  }

  JsonForm<Outcome> outcome() {
    return outcome;
  }

  JsonForm<QueueStats> queue() {
    return queue;
  }

  JsonForm<WorkerInfo> worker() {
    return worker;
  }

  JsonForm<Failures.Report> failures() {
    return failures;
  }

  JsonForm<LogEntry> log() {
    return log;
  }

  JsonForm<Timeline> timeline() {
    return timeline;
  }

  JsonForm<List<Minute>> history() {
    return history;
  }

  JsonForm<TaskView> task(Access access) {
    return access == Access.FULL
        ? task
        : (json, view) -> task.write(json, PersonalData.masked(view));
  }

  JsonForm<OrderView> order(Access access) {
    return access == Access.FULL
        ? order
        : (json, view) -> order.write(json, PersonalData.masked(view));
  }

  /** One thing as a document. */
  static <T> Answer one(int status, JsonForm<T> form, T value) {
    return Answer.json(status, json -> form.write(json, value));
  }

  /** Several things as an array. */
  static <T> Answer many(JsonForm<T> form, List<T> values) {
    return Answer.json(200, json -> writeMany(json, form, values));
  }

  static <T> void writeMany(JsonGenerator json, JsonForm<T> form, List<T> values) {
    json.writeStartArray();
    values.forEach(value -> form.write(json, value));
    json.writeEndArray();
  }
}
