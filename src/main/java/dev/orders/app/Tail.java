package dev.orders.app;

import dev.orders.queue.EventFeed;
import dev.orders.queue.EventFeed.Event;
import dev.orders.queue.Inspector;
import dev.orders.queue.Task;
import dev.orders.queue.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Follows what happens. Of orders and tasks it first tells how things stand, so that nothing that
 * happened before is missed, then each step, and it ends when they have ended. The feed may lose
 * events when it lags; the records are read again at least each second, and what they say that no
 * event has said is told, too.
 */
public final class Tail {

  private static final Duration LONGEST = Duration.ofSeconds(1);

  private final Inspector inspector;
  private final Lookup lookup;
  private final Consumer<Event> reader;
  private final Map<String, Event> told = new HashMap<>();

  /** Tells the reader. */
  public Tail(Inspector inspector, Lookup lookup, Consumer<Event> reader) {
    this.inspector = inspector;
    this.lookup = lookup;
    this.reader = reader;
  }

  /** Follows orders and tasks until all of them have ended. */
  public void follow(List<Target> targets) {
    try (EventFeed feed = inspector.follow()) {
      List<Standing> standings = look(targets);
      tasks(standings).forEach(this::tellRecord);
      while (!standings.stream().allMatch(Standing::hasEnded)) {
        feed.next(LONGEST).stream()
            .filter(event -> targets.stream().anyMatch(target -> isAbout(target, event)))
            .forEach(this::tell);
        standings = look(targets);
        tasks(standings).filter(task -> task.state().isFinal()).forEach(this::tellRecord);
      }
    }
  }

  private List<Standing> look(List<Target> targets) {
    return targets.stream().map(lookup::standing).toList();
  }

  private static Stream<Task> tasks(List<Standing> standings) {
    return standings.stream().flatMap(standing -> standing.tasks().stream()).map(TaskView::task);
  }

  /** Follows everything, without an end. */
  public void followAll() {
    try (EventFeed feed = inspector.follow()) {
      while (true) {
        feed.next(LONGEST).forEach(reader);
      }
    }
  }

  private static boolean isAbout(Target target, Event event) {
    return target.task() == null
        ? target.orderId() == event.orderId()
        : target.task().toString().equals(event.task());
  }

  private void tellRecord(Task task) {
    tell(
        new Event(
            moment(task),
            task.id().orderId(),
            task.id().toString(),
            task.state().name(),
            task.progress(),
            null));
  }

  private static Instant moment(Task task) {
    Task.Times times = task.times();
    if (times.ended() != null) {
      return times.ended();
    }
    return times.started() == null ? times.enqueued() : times.started();
  }

  /**
   * Tells what is news. Events from before the first look come again from the feed: they are behind
   * what was told.
   */
  private void tell(Event event) {
    if (isNews(told.get(event.task()), event)) {
      told.put(event.task(), event);
      reader.accept(event);
    }
  }

  private static boolean isNews(@Nullable Event last, Event event) {
    if (last == null) {
      return true;
    }
    boolean isSame = last.state().equals(event.state());
    boolean isFurther =
        event.state().equals(TaskState.PROGRESS.name()) && event.progress() > last.progress();
    return isSame ? isFurther : !event.at().isBefore(last.at());
  }
}
