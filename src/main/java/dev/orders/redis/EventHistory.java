package dev.orders.redis;

import dev.orders.queue.EventFeed.Event;
import dev.orders.queue.EventFeed.History;
import dev.orders.queue.EventFeed.Position;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.StreamMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads again what the event streams still hold, for somebody who was away. */
final class EventHistory {

  /** How far two partitions' clocks may differ before an event is missed. */
  private static final long SKEW_MILLIS = 2_000;

  private final Requests requests;
  private final Partitions partitions;

  EventHistory(Requests requests, Partitions partitions) {
    this.requests = requests;
    this.partitions = partitions;
  }

  /** What has happened after an event; see {@link dev.orders.queue.Inspector#history}. */
  History since(Position after, int atMost) {
    List<Event> events = new ArrayList<>();
    boolean isComplete = reaches(after);
    for (int partition = 0; partition < partitions.count(); partition++) {
      List<StreamMessage<String, String>> entries = read(partition, after, atMost);
      isComplete &= entries.size() < atMost;
      for (StreamMessage<String, String> entry : entries) {
        EventEntry.read(partition, entry).stream()
            .filter(event -> isLater(event, after))
            .forEach(events::add);
      }
    }
    events.sort(Comparator.comparing(Event::at));
    return new History(events, isComplete);
  }

  /** False when the stream no longer goes back as far as that. */
  private boolean reaches(Position after) {
    if (after.partition() >= partitions.count()) {
      return false;
    }
    String stream = partitions.at(after.partition()).events();
    List<StreamMessage<String, String>> first =
        requests.read(redis -> redis.xrange(stream, Range.unbounded(), Limit.from(1)));
    return first.isEmpty() || !isLater(EventEntry.begin(after.partition(), first.get(0)), after);
  }

  private List<StreamMessage<String, String>> read(int partition, Position after, int atMost) {
    String from =
        partition == after.partition()
            ? after.entry()
            : Long.toString(Math.max(0, after.millis() - SKEW_MILLIS));
    String stream = partitions.at(partition).events();
    return requests.read(
        redis ->
            redis.xrange(
                stream,
                Range.from(Range.Boundary.including(from), Range.Boundary.unbounded()),
                Limit.from(atMost)));
  }

  private static boolean isLater(Event event, Position after) {
    Position position = event.position();
    return position == null || isLater(position, after);
  }

  private static boolean isLater(Position position, Position after) {
    return position.partition() != after.partition() || position.compareTo(after) > 0;
  }
}
