package dev.orders.http;

import static dev.orders.http.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.redis.TestCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The API on a Cluster, where each order lies in another partition. */
@Timeout(90)
class ClusterApiIT {

  private static final int ORDERS = 8;

  @Test
  void should_serve_and_follow_orders_of_all_partitions() {
    try (TestApi api = new TestApi(Map.of("ORDERS_REDIS_URL", TestCluster.shared().url()));
        Follower follower = new Follower(api, "/events")) {
      List<Long> ids = new ArrayList<>();
      for (int i = 0; i < ORDERS; i++) {
        ids.add(api.order());
      }
      Set<String> notices = new TreeSet<>(ids.stream().map(id -> id + "-notice").toList());
      api.work("email", "invoice", "shipping");

      follower.upTo(
          news ->
              news.state().equals("SUCCESS")
                  && notices.remove(news.data().path("task_id").asString(""))
                  && notices.isEmpty());

      assertThat(ids).doesNotHaveDuplicates();
      assertThat(json(api.get("/orders?status=shipped")).get("orders"))
          .extracting(order -> order.get("id").asLong())
          .containsExactlyInAnyOrderElementsOf(ids);
      for (long id : ids) {
        assertThat(json(api.get("/tasks/" + id + "-notice")).get("state").asString())
            .isEqualTo("SUCCESS");
        assertThat(api.get("/orders/" + id + "/timeline").statusCode()).isEqualTo(200);
      }
      assertThat(api.get("/metrics").body()).contains("\norders_accepted_total " + ORDERS);
      assertThat(api.get("/history").statusCode()).isEqualTo(200);
      assertThat(json(api.get("/queues")).toString()).contains("\"pending\":0");
    }
  }
}
