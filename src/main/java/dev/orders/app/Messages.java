package dev.orders.app;

import dev.orders.queue.EventFeed;
import dev.orders.queue.Task;
import dev.orders.queue.TaskId;
import dev.orders.queue.TaskState;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * Says in the reader's language where a task stands. Redis keeps only facts, so that two readers
 * can read the same task in two languages.
 */
public final class Messages {

  private static final String BUNDLE = "dev.orders.app.messages";

  private final ResourceBundle texts;

  /** Messages in a language; English where there are none in it. */
  public Messages(Locale locale) {
    // No fallback to the JVM's own locale: the default bundle is English, wherever this runs.
    this.texts =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
  }

  /** All texts by their keys, for a reader that puts them together itself. */
  public Map<String, String> all() {
    return texts.keySet().stream().collect(Collectors.toMap(key -> key, texts::getString));
  }

  /** What an accepted order is told. */
  public String accepted() {
    return texts.getString("accepted");
  }

  /** Where the task stands, in a few words. */
  public String of(Task task) {
    if (task.facts().containsKey("skipped")) {
      return texts.getString("result.skipped");
    }
    if (task.state() == TaskState.SUCCESS) {
      return step(kind(task.id()), 100);
    }
    boolean isScheduled = task.state() == TaskState.PENDING && task.times().due() != null;
    return isScheduled
        ? texts.getString("state.SCHEDULED")
        : of(task.id(), task.state(), task.progress());
  }

  /**
   * What has just happened, in a few words; of an order, its status. The state as it is, when
   * unknown. An event does not know whether sending is switched off, so it claims nothing of it.
   */
  public String of(EventFeed.Event event) {
    Optional<TaskId> task = TaskId.parse(event.task());
    Optional<TaskState> state = TaskState.parse(event.state());
    if (task.isPresent() && state.isPresent()) {
      return of(task.get(), state.get(), event.progress());
    }
    String key = (event.task().isEmpty() ? "order." : "state.") + event.state();
    return texts.containsKey(key) ? texts.getString(key) : event.state();
  }

  private String of(TaskId task, TaskState state, int progress) {
    return switch (state) {
      case SUCCESS -> unsure(kind(task), 100);
      case PROGRESS -> unsure(kind(task), progress);
      case PENDING, STARTED, RETRY, FAILURE, REVOKED -> texts.getString("state." + state);
    };
  }

  /** As {@link #step}, where nobody knows yet what became of the task at its end. */
  private String unsure(String kind, int progress) {
    String ended = kind + ".ended";
    return progress >= 100 && texts.containsKey(ended)
        ? texts.getString(ended)
        : step(kind, progress);
  }

  /** The text of the last step that was reached; steps are as in the table of the handlers. */
  private String step(String kind, int progress) {
    for (int reached = Math.min(progress, 100); reached >= 0; reached--) {
      String key = kind + "." + reached;
      if (texts.containsKey(key)) {
        return texts.getString(key);
      }
    }
    return texts.getString(progress == 100 ? "state.SUCCESS" : "state.PROGRESS");
  }

  /** The task's name without its number: {@code status} for {@code status-2}. */
  private static String kind(TaskId task) {
    return task.name().split("-", 2)[0];
  }
}
