package dev.orders.app;

import dev.orders.queue.Task;
import dev.orders.queue.TaskState;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Says in the reader's language where a task stands. Redis keeps only facts, so that two readers can read the same task
 * in two languages.
 */
public final class Messages {

  private static final String BUNDLE = "dev.orders.app.messages";

  private final Locale locale;
  private final ResourceBundle texts;

  /** Messages in a language; English where there are none in it. */
  public Messages(Locale locale) {
    this.locale = locale;
    // No fallback to the JVM's own locale: the default bundle is English, wherever this runs.
    this.texts =
        ResourceBundle.getBundle(
            BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
  }

  /** What an accepted order is told. */
  public String accepted() {
    return texts.getString("accepted");
  }

  /** Where the task stands, in a few words. */
  public String of(Task task) {
    TaskState state = task.state();
    if (task.facts().containsKey("skipped")) {
      return texts.getString("result.skipped");
    }
    if (state == TaskState.PROGRESS || state == TaskState.SUCCESS) {
      return step(kind(task), state == TaskState.SUCCESS ? 100 : task.progress());
    }
    boolean scheduled = state == TaskState.PENDING && task.times().due() != null;
    return format(scheduled ? "state.SCHEDULED" : "state." + state, task.attempts().failures());
  }

  /** The text of the last step that was reached; steps are as in the table of the handlers. */
  private String step(String kind, int progress) {
    for (int reached = Math.min(progress, 100); reached >= 0; reached--) {
      String key = kind + "." + reached;
      if (texts.containsKey(key)) {
        return texts.getString(key);
      }
    }
    return format("state.PROGRESS", progress);
  }

  /** The task's name without its number: {@code status} for {@code status-2}. */
  private static String kind(Task task) {
    String name = task.id().name();
    int hyphen = name.indexOf('-');
    return hyphen < 0 ? name : name.substring(0, hyphen);
  }

  private String format(String key, Object... arguments) {
    return new MessageFormat(texts.getString(key), locale).format(arguments);
  }
}
