package dev.orders.http;

import static org.awaitility.Awaitility.await;

import dev.orders.redis.TestRedis;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The monitor in a real browser, when the server lets it look but tells it no events. */
@InChromium
class MonitorRefusedIT {

  private static final int ALL_THERE_IS_ROOM_FOR = 4_096;
  private static final String OLD = "old-token-0123456789";
  private static final String NEW = "new-token-0123456789";

  private final Tab tab = Tab.open();

  @AfterEach
  void close() {
    tab.close();
  }

  @Test
  void should_say_that_it_is_late_and_be_live_again_once_there_is_room() {
    try (TestApi api = new TestApi();
        Crowd crowd = new Crowd(api, ALL_THERE_IS_ROOM_FOR)) {
      tab.hurry(10);
      tab.visit(api.uri("/monitor"), ".card");
      tab.await(".lamp", "Late");
      tab.await(".banner", "4096 clients follow events already");

      crowd.close();

      tab.await(".lamp", "Live");
      tab.awaitTrue("document.querySelector('.banner').innerText === ''");
      await().until(() -> api.get("/metrics").body().contains("orders_http_event_streams 1\n"));
    }
  }

  @Test
  void should_say_so_when_its_token_is_no_longer_known_and_go_on_with_the_new_one() {
    int port = TestRedis.lowPort();
    TestApi first = new TestApi(Map.of("ORDERS_HTTP_TOKEN", OLD), port);
    tab.hurry(10);
    tab.knowPassword(OLD);
    tab.visit(first.uri("/monitor"), ".card");
    tab.await(".lamp", "Live");
    first.close();

    try (TestApi second = new TestApi(Map.of("ORDERS_HTTP_TOKEN", NEW), port)) {
      tab.await(".lamp", "Late");
      tab.await(".banner", "show a token");

      tab.knowPassword(NEW);

      tab.await(".lamp", "Live");
    }
  }
}
