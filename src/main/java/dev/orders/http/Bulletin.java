package dev.orders.http;

import dev.orders.app.JsonForm;
import dev.orders.queue.EventFeed.Event;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Events that came together, in the form of Server-Sent Events: written once, however many read it.
 */
final class Bulletin {

  private final List<Entry> entries = new ArrayList<>();
  private final byte[] whole;

  @SuppressWarnings("ArrayRecordComponent") // Never compared or changed.
  private record Entry(Event event, byte[] text) {}

  /** Writes events in this form. */
  Bulletin(List<Event> events, JsonForm<Event> form) {
    for (Event event : events) {
      entries.add(new Entry(event, text(event, form)));
    }
    this.whole = text(event -> true);
  }

  private static byte[] text(Event event, JsonForm<Event> form) {
    String id = event.position() == null ? "" : "id: " + event.position() + "\n";
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    text.writeBytes((id + "data: ").getBytes(StandardCharsets.US_ASCII));
    text.writeBytes(Answer.bytes(json -> form.write(json, event)));
    text.writeBytes("\n\n".getBytes(StandardCharsets.US_ASCII));
    return text.toByteArray();
  }

  /** The text of all events; not to be changed. */
  byte[] whole() {
    return whole;
  }

  /** The text of those events that fit. */
  byte[] text(Predicate<Event> wanted) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (Entry entry : entries) {
      if (wanted.test(entry.event())) {
        text.writeBytes(entry.text());
      }
    }
    return text.toByteArray();
  }
}
