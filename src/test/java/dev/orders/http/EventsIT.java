package dev.orders.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orders.http.Follower.News;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
