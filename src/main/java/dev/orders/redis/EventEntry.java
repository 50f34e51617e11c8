package dev.orders.redis;

import dev.orders.queue.EventFeed.Event;
import dev.orders.queue.EventFeed.Position;
import io.lettuce.core.StreamMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One entry of a partition's event stream, which holds all that one script call had to tell. What
 * cannot be read in it is passed over: it must not take the other events along.
 */
final class EventEntry {

  private static final Logger LOG = LoggerFactory.getLogger(EventEntry.class);

  private final int partition;
  private final long millis;
  private final long sequence;
  private final List<Event> events = new ArrayList<>();

  private EventEntry(int partition, String id) {
    String[] parts = id.split("-", 2);
    this.partition = partition;
    this.millis = Long.parseLong(parts[0]);
    this.sequence = Long.parseLong(parts[1]);
  }

  /** The events of an entry, in the order in which they happened. */
  static List<Event> read(int partition, StreamMessage<String, String> message) {
    EventEntry entry = new EventEntry(partition, message.getId());
    message.getBody().forEach(entry::append);
    return entry.events;
  }

  /** Where an entry begins, whether its events can be read or not. */
  static Position begin(int partition, StreamMessage<String, String> message) {
    return new EventEntry(partition, message.getId()).position();
  }

  private Position position() {
    return new Position(partition, millis, sequence, events.size());
  }

  private void append(String kind, String items) {
    for (String item : items.split(" ")) {
      try {
        appendItem(kind, item);
      } catch (NumberFormatException e) {
        LOG.debug("an event of partition {} cannot be read: {} {}", partition, kind, item);
      }
    }
  }

  private void appendItem(String kind, String item) {
    String[] parts = item.split("=", 2);
    String value = parts.length > 1 ? parts[1] : "";
    if (kind.equals("ORDER")) {
      append(Long.parseLong(parts[0]), "", value, 0);
    } else {
      long orderId = Long.parseLong(parts[0].split("-", 2)[0]);
      append(orderId, parts[0], kind, progress(kind, value));
    }
  }

  private void append(long orderId, String task, String state, int progress) {
    events.add(new Event(Instant.ofEpochMilli(millis), orderId, task, state, progress, position()));
  }

  /** Only a report of progress says how far its task is. */
  private static int progress(String kind, String value) {
    if (value.isEmpty()) {
      return kind.equals("SUCCESS") ? 100 : 0;
    }
    return Integer.parseInt(value);
  }
}
