package dev.orders.app;

import dev.orders.app.Timeline.Lane;
import dev.orders.queue.Inspector;
import dev.orders.queue.OrderRecord;
import dev.orders.queue.PastAttempt;
import dev.orders.queue.Task;
import dev.orders.queue.TaskState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells the stories of orders. */
public final class Timelines {

  private final Inspector inspector;
  private final Snapshots snapshots;

  /** Reads through this inspector. */
  public Timelines(Inspector inspector) {
    this.inspector = inspector;
    this.snapshots = new Snapshots(inspector);
  }

  /** The timeline of an order; a NOT_FOUND problem when it is unknown. */
  public Timeline of(long orderId) {
    Snapshot snapshot =
        snapshots.of(List.of(orderId)).stream()
            .findFirst()
            .orElseThrow(new Target(orderId, null)::unknown);
    // In this turn: what ends in between is told by the trail, and no attempt is in neither.
    Map<String, List<PastAttempt>> past =
        inspector.trail(orderId).stream()
            .collect(Collectors.groupingBy(attempt -> attempt.task().name()));
    List<Lane> lanes =
        snapshot.tasks().stream()
            .map(task -> lane(task, past.getOrDefault(task.id().name(), List.of())))
            .toList();
    Instant end = end(lanes).orElseGet(inspector::now);
    return new Timeline(snapshot.order(), latest(end, snapshot.order(), lanes), lanes);
  }

  private static Lane lane(Task task, List<PastAttempt> past) {
    return new Lane(task, Turns.of(task, past));
  }

  /** When the last task was over; empty when one is not, or is dead. */
  private static Optional<Instant> end(List<Lane> lanes) {
    boolean isOpen = lanes.stream().anyMatch(lane -> !isOver(lane.task().state()));
    return isOpen
        ? Optional.empty()
        : lanes.stream().flatMap(Timelines::ends).max(Instant::compareTo);
  }

  /** The clock of a server that took over may be behind what the story tells. */
  static Instant latest(Instant end, OrderRecord order, List<Lane> lanes) {
    Stream<Instant> told =
        lanes.stream()
            .flatMap(lane -> lane.turns().stream())
            .flatMap(turn -> Stream.of(turn.enqueued(), turn.started(), turn.ended()))
            .filter(Objects::nonNull);
    return Stream.concat(Stream.of(end, order.createdAt()), told)
        .max(Instant::compareTo)
        .orElse(end);
  }

  private static boolean isOver(TaskState state) {
    return state == TaskState.SUCCESS || state == TaskState.REVOKED;
  }

  private static Stream<Instant> ends(Lane lane) {
    return Stream.concat(
            Stream.ofNullable(lane.task().times().ended()),
            lane.turns().stream().map(Timeline.Turn::ended))
        .filter(Objects::nonNull);
  }
}
