package dev.orders.http;

import dev.orders.queue.EventFeed.Position;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Optional;

/** {@code /events}: what happens, as it happens. */
final class Events {

  private final EventHub hub;

  Events(EventHub hub) {
    this.hub = hub;
  }

  Answer follow(Request request) {
    EventFilter filter = EventFilter.of(request.query());
    Optional<Position> after = request.header("last-event-id").map(Events::position);
    hub.requireRoom();
    return Answer.stream(Media.EVENTS, out -> hub.subscribe(out, filter, after));
  }

  private static Position position(String id) {
    return Position.parse(id)
        .orElseThrow(
            () ->
                new HttpProblem(
                    HttpResponseStatus.BAD_REQUEST, "Last-Event-ID is not the id of an event"));
  }
}
