package dev.orders.app;

import dev.orders.app.Timeline.Fate;
import dev.orders.app.Timeline.Turn;
import dev.orders.queue.PastAttempt;
import dev.orders.queue.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a task's turns of its past attempts and of where it stands now. */
final class Turns {

  private final List<Turn> turns = new ArrayList<>();

  private Turns() {}

  /**
   * A task's turns, oldest first.
   *
   * @param past the attempts that are over, of this task alone; read after the task, so that no
   *     attempt is missing from both
   */
  static List<Turn> of(Task task, List<PastAttempt> past) {
    Turns turns = new Turns();
    past.forEach(turns::add);
    turns.addPresent(task);
    return turns.turns;
  }

  private void add(PastAttempt attempt) {
    Turn last = last();
    boolean isCut =
        attempt.outcome() == PastAttempt.Outcome.REVOKED
            && last != null
            && last.delivery() == attempt.delivery();
    turns.add(
        isCut && last != null && last.ended() != null ? cut(attempt, last.ended()) : turn(attempt));
  }

  private static Turn turn(PastAttempt attempt) {
    return new Turn(
        attempt.delivery(),
        Fate.valueOf(attempt.outcome().name()),
        attempt.enqueued(),
        attempt.started(),
        attempt.ended(),
        attempt.worker(),
        null,
        attempt.why(),
        attempt.delay());
  }

  /**
   * Cancelled between two deliveries: the trail then names the one before. No worker had it, and if
   * it was not in its queue again, it never waited there.
   */
  private static Turn cut(PastAttempt attempt, Instant before) {
    boolean isRequeued = !attempt.enqueued().isBefore(before);
    Instant enqueued = isRequeued ? attempt.enqueued() : attempt.ended();
    return new Turn(
        attempt.delivery(),
        Fate.REVOKED,
        enqueued,
        null,
        attempt.ended(),
        "",
        null,
        attempt.why(),
        Duration.ZERO);
  }

  private void addPresent(Task task) {
    Turn last = last();
    boolean isOver = last != null && (last.fate() == Fate.SUCCESS || last.fate() == Fate.REVOKED);
    Turn present = isOver ? null : present(task);
    if (present != null && (last == null || last.delivery() < present.delivery())) {
      turns.add(present);
    }
  }

  private @Nullable Turn present(Task task) {
    Task.Times times = task.times();
    return switch (task.state()) {
      case PENDING ->
          next(task, times.due() == null ? Fate.WAITING : Fate.DELAYED, times.enqueued());
      case RETRY -> next(task, Fate.DELAYED, lastEnd(times.enqueued()));
      case STARTED, PROGRESS -> running(task);
      case SUCCESS, FAILURE, REVOKED -> null;
    };
  }

  private static Turn next(Task task, Fate fate, Instant since) {
    long delivery = task.attempts().deliveries() + 1;
    return new Turn(delivery, fate, since, null, null, "", task.times().due(), "", Duration.ZERO);
  }

  private static Turn running(Task task) {
    String worker = task.worker();
    return new Turn(
        task.attempts().deliveries(),
        Fate.RUNNING,
        task.times().enqueued(),
        task.times().started(),
        null,
        worker == null ? "" : worker,
        null,
        "",
        Duration.ZERO);
  }

  private Instant lastEnd(Instant otherwise) {
    Turn last = last();
    return last == null || last.ended() == null ? otherwise : last.ended();
  }

  private @Nullable Turn last() {
    return turns.isEmpty() ? null : turns.get(turns.size() - 1);
  }
}
