package dev.orders.http;

import dev.orders.app.JsonForm;
import dev.orders.queue.BrokerException;
import dev.orders.queue.EventFeed;
import dev.orders.queue.EventFeed.Event;
import dev.orders.queue.EventFeed.Position;
import dev.orders.queue.Inspector;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells many clients what happens, over one connection to Redis and with one thread, which never
 * waits for a client. When Redis goes away and comes back the hub goes on where it was, and its
 * clients notice only the silence.
 */
final class EventHub implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EventHub.class);
  private static final Duration LONGEST = Duration.ofSeconds(1);
  private static final Duration FIRST_TRY = Duration.ofSeconds(5);
  private static final long HEARTBEAT_NANOS = Duration.ofSeconds(15).toNanos();
  private static final int MOST_SUBSCRIBERS = 4_096;
  private static final int MOST_MISSED = 1_000;
  private static final byte[] GREETING = ascii("retry: 2000\n\n");
  private static final byte[] HEARTBEAT = ascii(":\n\n");
  private static final byte[] GAP = ascii("event: gap\ndata: {}\n\n");

  private final Inspector inspector;
  private final JsonForm<Event> form;
  private final AtomicInteger gauge;
  private final Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();
  private final CountDownLatch tried = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean isFollowing;
  private long lastBeat = System.nanoTime();

  private EventHub(Inspector inspector, JsonForm<Event> form, AtomicInteger gauge) {
    this.inspector = inspector;
    this.form = form;
    this.gauge = gauge;
  }

  /**
   * Begins to follow events.
   *
   * @param gauge holds how many clients there are
   */
  static EventHub start(Inspector inspector, JsonForm<Event> form, AtomicInteger gauge) {
    EventHub hub = new EventHub(inspector, form, gauge);
    Thread thread = new Thread(hub::run, "orders-events");
    thread.setDaemon(true);
    thread.start();
    return hub;
  }

  private void run() {
    while (!isClosed()) {
      try (EventFeed feed = inspector.follow()) {
        isFollowing = true;
        tried.countDown();
        follow(feed);
      } catch (BrokerException e) {
        tried.countDown();
        log.debug("cannot follow events: {}", e.getMessage());
        pause();
      } catch (RuntimeException | Error e) {
        log.error("cannot follow events", e);
        pause();
      }
    }
  }

  /** The feed knows where it is, so after trouble it is asked again. */
  private void follow(EventFeed feed) {
    while (!isClosed()) {
      try {
        tell(feed.next(LONGEST));
      } catch (BrokerException e) {
        log.debug("events are late: {}", e.getMessage());
        pause();
      } catch (RuntimeException | Error e) {
        log.error("events are left out: they cannot be told", e);
        subscribers.forEach(subscriber -> subscriber.send(GAP));
        pause();
      }
      beat();
    }
  }

  private void tell(List<Event> events) {
    if (!events.isEmpty() && !subscribers.isEmpty()) {
      Bulletin news = new Bulletin(events, form);
      subscribers.forEach(subscriber -> subscriber.tell(news));
    }
  }

  /** Says that we are still here, which also shows who is not. */
  private void beat() {
    long now = System.nanoTime();
    if (now - lastBeat > HEARTBEAT_NANOS) {
      lastBeat = now;
      subscribers.forEach(subscriber -> subscriber.send(HEARTBEAT));
    }
  }

  /** A {@link HttpProblem} when nobody can be taken on now. */
  void requireRoom() {
    if (!isFollowing && !begins()) {
      throw new HttpProblem(HttpResponseStatus.SERVICE_UNAVAILABLE, "Redis cannot be reached")
          .with("retry-after", "1");
    }
    if (subscribers.size() >= MOST_SUBSCRIBERS) {
      throw new HttpProblem(
              HttpResponseStatus.TOO_MANY_REQUESTS,
              "%d clients follow events already".formatted(MOST_SUBSCRIBERS))
          .with("retry-after", "30");
    }
  }

  /** Waits for the first connection of a server that has only just started. */
  private boolean begins() {
    try {
      return tried.await(FIRST_TRY.toMillis(), TimeUnit.MILLISECONDS) && isFollowing;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Takes a client on until it goes.
   *
   * @param after what it saw last; empty when it begins now
   */
  void subscribe(Outlet out, EventFilter filter, Optional<Position> after) {
    Subscriber subscriber = new Subscriber(out, filter);
    subscribers.add(subscriber);
    gauge.incrementAndGet();
    out.onGone(() -> leave(subscriber));
    if (isClosed()) {
      subscriber.end();
      return;
    }
    subscriber.send(GREETING);
    List<Event> missed = after.map(position -> missed(subscriber, position)).orElse(List.of());
    subscriber.goLive(new Bulletin(missed, form), missed);
  }

  /** What a client has missed; when that is too much, it is told that there is a gap. */
  private List<Event> missed(Subscriber subscriber, Position after) {
    EventFeed.History history = inspector.history(after, MOST_MISSED);
    if (!history.isComplete()) {
      subscriber.send(GAP);
      return List.of();
    }
    return history.events();
  }

  private void leave(Subscriber subscriber) {
    if (subscribers.remove(subscriber)) {
      gauge.decrementAndGet();
    }
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  private void pause() {
    try {
      closed.await(LONGEST.toMillis() / 2, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Ends every stream; returns at once. */
  @Override
  public void close() {
    closed.countDown();
    subscribers.forEach(Subscriber::end);
  }
}
