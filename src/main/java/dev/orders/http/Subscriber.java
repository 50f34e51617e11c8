package dev.orders.http;

import dev.orders.queue.EventFeed.Event;
import dev.orders.queue.EventFeed.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A client that follows events. At first it is told what it has missed, while what happens
 * meanwhile is kept for it; from then on it is told as things happen. One that does not keep up is
 * let go: it comes back by itself and says what it saw last. Thread-safe.
 */
final class Subscriber {

  private static final int MOST_KEPT = 1_000;

  private final Outlet out;
  private final EventFilter filter;
  private final Map<Integer, Position> told = new HashMap<>();
  private final List<Bulletin> kept = new ArrayList<>();
  private boolean isLive;

  Subscriber(Outlet out, EventFilter filter) {
    this.out = out;
    this.filter = filter;
  }

  /** Tells what has just happened. */
  synchronized void tell(Bulletin news) {
    if (isLive) {
      send(filter.isOpen() ? news.whole() : news.text(filter));
    } else if (kept.size() < MOST_KEPT) {
      kept.add(news);
    } else {
      out.abort();
    }
  }

  /**
   * Tells what happened before, then what was kept, and goes on from there.
   *
   * @param past the text of the past
   * @param events the same, which are not told a second time
   */
  synchronized void goLive(Bulletin past, List<Event> events) {
    send(past.text(filter));
    events.forEach(this::note);
    Predicate<Event> isNews = event -> filter.test(event) && isNews(event);
    kept.forEach(bulletin -> send(bulletin.text(isNews)));
    kept.clear();
    isLive = true;
  }

  /** Sends a text as it is, such as a comment that keeps the connection open. */
  synchronized void send(byte[] text) {
    if (!out.isKeepingUp()) {
      out.abort();
    } else if (text.length > 0) {
      out.send(text);
    }
  }

  private void note(Event event) {
    Position position = event.position();
    if (position != null) {
      told.put(position.partition(), position);
    }
  }

  private boolean isNews(Event event) {
    Position position = event.position();
    Position last = position == null ? null : told.get(position.partition());
    return last == null || position == null || position.compareTo(last) > 0;
  }

  /** Ends the stream. */
  void end() {
    out.end();
  }
}
