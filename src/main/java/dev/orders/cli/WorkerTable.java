package dev.orders.cli;

import dev.orders.app.JsonForm;
import dev.orders.app.WorkerJson;
import dev.orders.queue.TaskId;
import dev.orders.queue.WorkerInfo;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How workers are shown. */
final class WorkerTable implements View<WorkerInfo> {

  private static final int MOST_SHOWN = 3;

  private final ZoneId zone;
  private final DateTimeFormatter time;

  WorkerTable(ZoneId zone) {
    this.zone = zone;
    this.time = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(zone);
  }

  @Override
  public List<String> columns() {
    return List.of("WORKER", "HOST", "PID", "QUEUES", "CONCURRENCY", "RUNNING", "LAST BEAT");
  }

  @Override
  public List<List<String>> rows(WorkerInfo worker) {
    return List.of(
        List.of(
            worker.id(),
            worker.host(),
            Long.toString(worker.pid()),
            String.join(",", worker.queues()),
            Integer.toString(worker.concurrency()),
            running(worker.running()),
            text(worker.lastBeat())));
  }

  private static String running(List<TaskId> tasks) {
    String shown =
        tasks.stream().limit(MOST_SHOWN).map(TaskId::toString).collect(Collectors.joining(" "));
    int more = tasks.size() - MOST_SHOWN;
    return tasks.isEmpty() ? "-" : more > 0 ? shown + " and " + more + " more" : shown;
  }

  private String text(@Nullable Instant moment) {
    return moment == null ? "-" : time.format(moment);
  }

  @Override
  public List<String> ids(WorkerInfo worker) {
    return List.of(worker.id());
  }

  @Override
  public JsonForm<WorkerInfo> json() {
    return new WorkerJson(zone);
  }
}
