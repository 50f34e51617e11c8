package dev.orders.cli;

import dev.orders.app.Durations;
import dev.orders.app.JsonForm;
import dev.orders.app.Services;
import dev.orders.app.Standing;
import dev.orders.queue.OrderRecord;
import dev.orders.queue.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What became of an order: its status and tracking number, and of each task its state, its time and
 * what it made.
 */
final class RunTable implements View<Standing> {

  private final StandingTable standings;

  RunTable(Services services) {
    this.standings = new StandingTable(services);
  }

  @Override
  public List<String> columns() {
    return List.of("WHAT", "STATE", "TIME", "RESULT");
  }

  @Override
  public List<List<String>> rows(Standing standing) {
    List<List<String>> rows = new ArrayList<>();
    OrderRecord order = standing.order();
    if (order != null) {
      String tracking = order.trackingNumber() == null ? "" : order.trackingNumber();
      rows.add(List.of("order " + order.id(), order.status(), "", tracking));
    }
    standing.tasks().forEach(view -> rows.add(row(view.task())));
    return rows;
  }

  private static List<String> row(Task task) {
    return List.of(task.id().toString(), task.state().name(), time(task.times()), result(task));
  }

  private static String time(Task.Times times) {
    return times.started() == null || times.ended() == null
        ? ""
        : Durations.brief(Duration.between(times.started(), times.ended()));
  }

  private static String result(Task task) {
    if (task.error() != null) {
      return task.error();
    }
    Map<String, String> facts = task.facts();
    String file = facts.getOrDefault("filename", facts.get("file"));
    if (file != null) {
      return facts.containsKey("directory") ? facts.get("directory") + "/" + file : file;
    }
    return facts.getOrDefault("tracking_number", "");
  }

  @Override
  public List<String> ids(Standing standing) {
    return standings.ids(standing);
  }

  @Override
  public JsonForm<Standing> json() {
    return standings.json();
  }
}
