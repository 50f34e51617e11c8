package dev.orders.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.redis.TestRedis;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The monitor while Redis goes away and comes back. */
@InChromium
class MonitorOutageIT {

  @Test
  void should_say_that_redis_is_away_and_go_on_by_itself_when_it_is_back() {
    TestRedis.Restartable redis = TestRedis.restartable();
    try (TestApi api = new TestApi(Map.of("ORDERS_REDIS_URL", redis.url()));
        Tab tab = Tab.open()) {
      api.order();
      tab.visit(api.uri("/monitor"), ".recent tbody tr");
      assertThat(tab.text(".lamp")).contains("Live");
      tab.ask("window.isTheSamePage = true");

      redis.stop();

      tab.await(".banner", "Redis is away, trying again");
      tab.await(".lamp", "Redis is away");
      assertThat(tab.text(".recent")).contains("#1");

      redis.start();

      tab.awaitTrue("document.querySelector('.banner').innerText === ''");
      tab.await(".lamp", "Live");
      api.order();
      tab.await(".recent tbody tr", "#2");
      api.work("invoice");
      tab.awaitTrue(
          "document.querySelector('[data-queue=invoice] [data-count=pending]').innerText === '0'");
      assertThat(tab.ask("window.isTheSamePage").asBoolean()).isTrue();
    } finally {
      redis.stop();
    }
  }
}
