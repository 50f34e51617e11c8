package dev.orders.cli;

import dev.orders.app.Operator;
import dev.orders.app.Services;
import dev.orders.app.TaskTypes;
import dev.orders.app.TaskView;
import dev.orders.queue.Inspector.Place;
import dev.orders.queue.Task;
import dev.orders.queue.TaskState;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orders inspect}. */
@Command(
    name = "inspect",
    description =
        "Show tasks: in workers' hands (active: running; reserved: taken but not begun), waiting"
            + " for their time (scheduled), or failed for good (dead).")
final class InspectCommand implements Callable<Integer> {

  @Mixin ConnectOptions connect = new ConnectOptions();
  @Mixin OutputOptions output = new OutputOptions();

  /** What to look at, in Celery's words. */
  enum What {
    active,
    reserved,
    scheduled,
    dead
  }

  @Parameters(paramLabel = "WHAT", description = "active, reserved, scheduled or dead.")
  What what = What.active;

  @Option(
      names = {"--queue", "--queues", "-Q"},
      split = ",",
      paramLabel = "QUEUE",
      description = "Which queues (default: all).")
  List<String> queues = List.of();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "How many a queue at most (default: 1000).")
  int limit = 1000;

  @Override
  public Integer call() {
    queues.forEach(Operator::known);
    try (Services services = connect.services();
        Printer<TaskView> printer = output.many(new TaskTable(services))) {
      List<String> wanted = queues.isEmpty() ? TaskTypes.queues() : queues;
      wanted.stream()
          .flatMap(queue -> tasks(services, queue))
          .forEach(task -> printer.print(new TaskView(task, null)));
      return ExitCodes.OK;
    }
  }

  private Stream<Task> tasks(Services services, String queue) {
    Place place =
        switch (what) {
          case active, reserved -> Place.LEASED;
          case scheduled -> Place.DELAYED;
          case dead -> Place.DEAD;
        };
    return services.inspector().list(queue, place, limit).stream().filter(this::isMeant);
  }

  /**
   * A worker reports progress as soon as a task has begun, so one that is only STARTED still waits
   * in its hands.
   */
  private boolean isMeant(Task task) {
    return switch (what) {
      case active -> task.state() == TaskState.PROGRESS;
      case reserved -> task.state() == TaskState.STARTED;
      case scheduled, dead -> true;
    };
  }
}
