package dev.orders.app;

import dev.orders.queue.EventFeed;
import dev.orders.queue.EventFeed.Event;
import dev.orders.queue.Inspector;
import dev.orders.queue.Task;
import dev.orders.queue.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Follows what happens. Of one order or task it first tells how things stand, so that nothing that
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

  /** Follows one order or task to its end. */
  public void follow(Target target) {
    try (EventFeed feed = inspector.follow()) {
      Standing standing = lookup.standing(target);
      standing.tasks().forEach(view -> tellRecord(view.task()));
      while (!standing.hasEnded()) {
        feed.next(LONGEST).stream().filter(event -> isAbout(target, event)).forEach(this::tell);
        standing = lookup.standing(target);
        standing.tasks().stream()
            .map(TaskView::task)
            .filter(task -> task.state().isFinal())
            .forEach(this::tellRecord);
      }
    }
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
