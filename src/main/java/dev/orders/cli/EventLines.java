package dev.orders.cli;

import dev.orders.app.EventJson;
import dev.orders.app.JsonForm;
import dev.orders.app.Messages;
import dev.orders.app.Services;
import dev.orders.queue.EventFeed.Event;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** How something that happens is shown: a line at once, in columns wide enough for most. */
final class EventLines implements View<Event> {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
  private static final String ORDER = "order";

  private final Messages messages;
  private final ZoneId zone;

  EventLines(Services services) {
    this.messages = services.messages();
    this.zone = services.settings().zone();
  }

  @Override
  public List<String> columns() {
    return List.of("TIME        ", "TASK        ", "STATE    ", "DONE", "STATUS");
  }

  @Override
  public List<List<String>> rows(Event event) {
    boolean isOrder = event.task().isEmpty();
    return List.of(
        List.of(
            TIME.format(event.at().atZone(zone)),
            isOrder ? event.orderId() + " (" + ORDER + ")" : event.task(),
            event.state(),
            isOrder ? "" : event.progress() + "%",
            messages.of(event)));
  }

  @Override
  public List<String> ids(Event event) {
    return List.of(event.task().isEmpty() ? Long.toString(event.orderId()) : event.task());
  }

  @Override
  public JsonForm<Event> json() {
    return new EventJson(messages, zone);
  }
}
