package dev.orders.cli;

import dev.orders.app.JsonForm;
import dev.orders.app.Services;
import dev.orders.app.Standing;
import dev.orders.app.StandingJson;
import java.util.List;

/** How a task, or an order with its tasks, is shown: a row a task. */
final class StandingTable implements View<Standing> {

  private final TaskTable tasks;
  private final JsonForm<Standing> json;

  StandingTable(Services services) {
    this.tasks = new TaskTable(services);
    this.json = new StandingJson(tasks.json());
  }

  @Override
  public List<String> columns() {
    return tasks.columns();
  }

  @Override
  public List<List<String>> rows(Standing standing) {
    return standing.tasks().stream().flatMap(task -> tasks.rows(task).stream()).toList();
  }

  @Override
  public List<String> ids(Standing standing) {
    return standing.tasks().stream().flatMap(task -> tasks.ids(task).stream()).toList();
  }

  @Override
  public JsonForm<Standing> json() {
    return json;
  }
}
