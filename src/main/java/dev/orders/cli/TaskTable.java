package dev.orders.cli;

import dev.orders.app.JsonForm;
import dev.orders.app.Messages;
import dev.orders.app.Services;
import dev.orders.app.TaskJson;
import dev.orders.app.TaskView;
import dev.orders.queue.Task;
import java.util.List;

/** How a task is shown: one row, with its error if it has one. */
final class TaskTable implements View<TaskView> {

  private final Messages messages;
  private final JsonForm<TaskView> json;

  TaskTable(Services services) {
    this.messages = services.messages();
    this.json = new TaskJson(messages, services.settings().zone());
  }

  @Override
  public List<String> columns() {
    return List.of("TASK", "QUEUE", "STATE", "DONE", "STATUS");
  }

  @Override
  public List<List<String>> rows(TaskView view) {
    Task task = view.task();
    String status = messages.of(task) + (task.error() == null ? "" : " (" + task.error() + ")");
    return List.of(
        List.of(
            task.id().toString(),
            task.queue(),
            task.state().name(),
            task.progress() + "%",
            status));
  }

  @Override
  public List<String> ids(TaskView view) {
    return List.of(view.task().id().toString());
  }

  @Override
  public JsonForm<TaskView> json() {
    return json;
  }
}
