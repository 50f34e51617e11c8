package dev.orders.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orders.app.JsonForm;
import dev.orders.http.Follower.News;
import dev.orders.queue.EventFeed.Event;
import dev.orders.redis.RawRedis;
import dev.orders.redis.TestRedis;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who follows events is told what it asked for, once, and is no burden to others. */
@Timeout(120)
class EventsIT {

  private static final String LINE = TestApi.ORDER.replace("\n", " ") + "\n";
  private static final String[] LINES = {"content-type", "application/x-ndjson"};

  private final TestApi api = new TestApi();

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void should_tell_only_what_was_asked_for() {
    try (Follower one = new Follower(api, "/events?order=2&state=SUCCESS,shipped");
        Follower task = new Follower(api, "/events?task=1-invoice&task=2-invoice&state=success")) {
      api.order();
      api.order();
      api.work("email", "invoice", "shipping");

      List<News> ofOne =
          one.upTo(news -> news.data().path("task_id").asString("").endsWith("notice"));
      assertThat(ofOne)
          .allMatch(news -> news.data().get("order_id").asInt() == 2)
          .extracting(News::state)
          .containsOnly("SUCCESS", "shipped");
      assertThat(List.of(task.next(), task.next()))
          .extracting(news -> news.data().get("task_id").asString())
          .containsExactlyInAnyOrder("1-invoice", "2-invoice");
    }
  }

  @Test
  void should_tell_a_client_that_comes_back_what_it_has_missed_and_nothing_twice() {
    try (Follower all = new Follower(api, "/events")) {
      List<News> seen = new ArrayList<>();
      try (Follower first = new Follower(api, "/events")) {
        api.order();
        seen.addAll(first.upTo(isOf(1)));
      }
      api.order();
      api.order();
      String last = seen.get(seen.size() - 1).id();
      try (Follower again = new Follower(api, "/events", "last-event-id", last)) {
        api.order();
        seen.addAll(again.upTo(isOf(4)));
      }

      assertThat(seen).isEqualTo(all.upTo(isOf(4)).subList(0, seen.size()));
    }
  }

  @Test
  void should_say_that_more_was_missed_than_is_told_again() {
    api.post("/orders", LINE.repeat(400), LINES);

    try (Follower late = new Follower(api, "/events", "last-event-id", "0:1-0:0")) {
      assertThat(late.next().name()).isEqualTo("gap");
    }
  }

  @Test
  void should_tell_what_an_audit_has_put_right_and_go_on() throws IOException {
    try (Follower all = new Follower(api, "/events");
        Follower repairs = new Follower(api, "/events?state=repaired")) {
      xadd("REPAIRED 1-email=0");
      xadd("ASTRAY 1-email=0");
      api.order();

      News repaired = repairs.next();
      assertThat(repaired.state()).isEqualTo("REPAIRED");
      assertThat(repaired.data().get("status").asString()).isEqualTo("Put right by an audit");
      assertThat(all.upTo(news -> news.state().equals("PENDING")))
          .extracting(News::state)
          .startsWith("REPAIRED", "ASTRAY", "PENDING");
    }
  }

  @Test
  void should_go_on_after_an_event_that_cannot_be_told() throws IOException {
    Collected collected = new Collected();
    JsonForm<Event> form =
        (json, event) -> {
          if (event.state().equals("ASTRAY")) {
            throw new IllegalStateException("provoked by a test");
          }
          json.writeString(event.state());
        };
    try (EventHub hub = EventHub.start(api.services().inspector(), form, new AtomicInteger())) {
      hub.requireRoom();
      hub.subscribe(collected, new EventFilter(Set.of(), Set.of(), Set.of()), Optional.empty());
      xadd("ASTRAY 1-email=0");
      await().until(() -> collected.text().contains("event: gap"));
      xadd("REPAIRED 1-email=0");

      await().until(() -> collected.text().contains("REPAIRED"));
    }
  }

  private void xadd(String event) throws IOException {
    String stream = api.settings().namespace() + ":{0}:events";
    RawRedis.ask(TestRedis.shared().port(), "XADD %s * %s".formatted(stream, event));
  }

  /** What a client would be sent. */
  private static final class Collected implements Outlet {

    private final Queue<String> sent = new ConcurrentLinkedQueue<>();

    String text() {
      return String.join("", sent);
    }

    @Override
    public void send(byte[] bytes) {
      sent.add(new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public void sendPatiently(byte[] bytes) {
      send(bytes);
    }

    @Override
    public boolean isKeepingUp() {
      return true;
    }

    @Override
    public void end() {}

    @Override
    public void abort() {}

    @Override
    public void onGone(Runnable action) {}
  }

  @Test
  void should_refuse_what_cannot_be_followed() {
    assertThat(api.get("/events", "last-event-id", "yesterday").statusCode()).isEqualTo(400);
    for (String query : List.of("order=0", "order=*", "task=17", "task=../x", "state=happy")) {
      assertThat(api.get("/events?" + query).statusCode()).as(query).isEqualTo(422);
    }
  }

  @Test
  void should_let_go_of_a_client_that_does_not_read_and_keep_one_that_does() throws IOException {
    try (Socket lazy = silent();
        Follower keen = new Follower(api, "/events?state=shipped")) {
      await().until(() -> streams() == 2);
      await()
          .atMost(Duration.ofSeconds(90))
          .until(
              () -> {
                api.post("/orders", LINE.repeat(2_000), LINES);
                return streams() == 1;
              });

      api.work("shipping");
      assertThat(keen.next().state()).isEqualTo("shipped");
      assertThat(lazy.isClosed()).isFalse();
    }
  }

  /** A client with a small buffer of its own that never takes anything out of it. */
  private Socket silent() throws IOException {
    URI uri = api.uri("/");
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4_096);
    socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
    String request = "GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private long streams() {
    return api.get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith("orders_http_event_streams "))
        .mapToLong(line -> Long.parseLong(line.split(" ")[1]))
        .findFirst()
        .orElseThrow();
  }

  private static Predicate<News> isOf(int order) {
    return news -> news.data().get("order_id").asInt() == order;
  }
}
