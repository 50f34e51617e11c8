package dev.orders.cli;

import dev.orders.app.Lookup;
import dev.orders.app.Messages;
import dev.orders.app.Target;
import dev.orders.queue.Task;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Shows each task of a few orders: a moving bar on a terminal, elsewhere a line whenever something
 * has changed.
 */
final class TaskDisplay implements RunDisplay {

  private static final int NAME_WIDTH = 14;

  private final Lookup lookup;
  private final Messages messages;
  private final List<Target> orders;
  private final PrintWriter err;
  private final Ink ink;
  private final @Nullable Screen screen;
  private final Set<String> printed = new HashSet<>();

  /**
   * @param screen where bars are drawn; null for plain lines
   */
  TaskDisplay(
      Lookup lookup,
      Messages messages,
      List<Target> orders,
      PrintWriter err,
      Ink ink,
      @Nullable Screen screen) {
    this.lookup = lookup;
    this.messages = messages;
    this.orders = orders;
    this.err = err;
    this.ink = ink;
    this.screen = screen;
  }

  @Override
  public void show() {
    List<Task> tasks =
        orders.stream()
            .flatMap(order -> lookup.standing(order).tasks().stream())
            .map(view -> view.task())
            .toList();
    if (screen != null) {
      screen.draw(tasks.stream().map(this::bar).toList());
    } else {
      tasks.stream().map(this::line).filter(printed::add).forEach(line -> err.print(line + "\n"));
      err.flush();
    }
  }

  private String bar(Task task) {
    String bar = Columns.pad(Bar.of(task.progress(), 100) + " " + task.progress() + "%", 30);
    return Columns.pad(task.id().toString(), NAME_WIDTH)
        + ink.state(task.state(), bar)
        + messages.of(task);
  }

  private String line(Task task) {
    return "%s %s %d%% %s".formatted(task.id(), task.state(), task.progress(), messages.of(task));
  }
}
