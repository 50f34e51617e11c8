package dev.orders.app;

import dev.orders.queue.Inspector;
import dev.orders.queue.Inspector.Place;
import dev.orders.queue.Task;
import dev.orders.queue.TaskId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says why tasks failed for good: a hundred that failed for one reason are one line. */
public final class Failures {

  /** Of a queue, the latest failures are looked at: so many tell all there is to tell. */
  static final int MOST = 2_000;

  private static final int EXAMPLES = 3;
  private static final int LONGEST = 200;
  private static final Pattern PARTICULARS =
      Pattern.compile("\\b[0-9a-f]{8,}\\b|[0-9]+(?:[.,:][0-9]+)*");

  private final Inspector inspector;

  Failures(Inspector inspector) {
    this.inspector = inspector;
  }

  /**
   * Tasks of one queue that failed for one reason.
   *
   * @param cause the error of their last attempts, numbers replaced by {@code #}; empty when there
   *     is none
   * @param tasks how many
   * @param first when the first of them failed; null when that is not known
   * @param last when the last of them failed; null when that is not known
   * @param examples the latest of them, newest first
   */
  public record Cause(
      String queue,
      String cause,
      int tasks,
      @Nullable Instant first,
      @Nullable Instant last,
      List<TaskId> examples) {}

  /**
   * What failed.
   *
   * @param causes the ones that hit most first
   * @param examined how many tasks were looked at
   * @param total how many there are
   */
  public record Report(List<Cause> causes, int examined, long total) {}

  /** What lies dead now. */
  public Report report() {
    List<Cause> causes = new ArrayList<>();
    int examined = 0;
    long total = 0;
    for (String queue : TaskTypes.queues()) {
      long dead = inspector.queue(queue).dead();
      int skipped = (int) Math.max(0, dead - MOST);
      List<Task> latest = inspector.list(queue, Place.DEAD, skipped, MOST);
      examined += latest.size();
      total += dead;
      grouped(latest).forEach((cause, tasks) -> causes.add(cause(queue, cause, tasks)));
    }
    causes.sort(Comparator.comparing(Cause::tasks).reversed());
    return new Report(causes, examined, Math.max(total, examined));
  }

  private static Map<String, List<Task>> grouped(List<Task> tasks) {
    Map<String, List<Task>> groups = new LinkedHashMap<>();
    tasks.forEach(
        task -> groups.computeIfAbsent(reason(task.error()), any -> new ArrayList<>()).add(task));
    return groups;
  }

  /** What an error says, without what is particular to one task. */
  static String reason(@Nullable String error) {
    String text = PARTICULARS.matcher(error == null ? "" : error).replaceAll("#");
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }

  /**
   * @param tasks in the order in which they failed
   */
  private static Cause cause(String queue, String reason, List<Task> tasks) {
    int first = Math.max(0, tasks.size() - EXAMPLES);
    List<TaskId> examples = new ArrayList<>();
    for (int i = tasks.size() - 1; i >= first; i--) {
      examples.add(tasks.get(i).id());
    }
    return new Cause(
        queue,
        reason,
        tasks.size(),
        tasks.get(0).times().ended(),
        tasks.get(tasks.size() - 1).times().ended(),
        examples);
  }
}
