package dev.orders.http;

import static dev.orders.http.TestApi.ORDER;
import static dev.orders.http.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.redis.TestRedis;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers keep nothing: whichever of them a proxy asks, the answer is the same. */
// Reading a stream is not to be interrupted.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TwoServersIT {

  private final Map<String, String> together = Map.of("ORDERS_NAMESPACE", TestRedis.namespace());
  private final TestApi one = new TestApi(together);
  private final TestApi other = new TestApi(together);

  @AfterEach
  void close() {
    one.close();
    other.close();
  }

  @Test
  void should_accept_an_order_once_under_its_key_whichever_server_is_asked() {
    HttpResponse<String> first = one.post("/orders", ORDER, "idempotency-key", "k-1");
    HttpResponse<String> again = other.post("/orders", ORDER, "idempotency-key", "k-1");

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("idempotency-replayed")).contains("true");
    assertThat(other.get("/orders/1").body()).isEqualTo(one.get("/orders/1").body());
    assertThat(other.get("/orders/1/invoice.pdf").body())
        .isEqualTo(one.get("/orders/1/invoice.pdf").body());
  }

  @Test
  void should_tell_what_another_server_has_accepted_and_go_on_there_after_a_cut() {
    String last;
    try (Follower follower = new Follower(one, "/events?state=PENDING")) {
      other.order();
      last = follower.next().id();
    }
    other.order();

    try (Follower follower = new Follower(other, "/events", "last-event-id", last)) {
      assertThat(follower.upTo(news -> news.data().path("task_id").asString("").equals("2-email")))
          .isNotEmpty();
    }
  }

  @Test
  void should_do_at_one_server_what_was_asked_of_the_other() {
    one.post("/queues/email/pause", "{}");
    assertThat(json(other.get("/queues")).get(0).get("paused").asBoolean()).isTrue();
    long order = other.order();

    assertThat(one.post("/orders/" + order + "/cancel", "{}").statusCode()).isEqualTo(200);
    assertThat(other.post("/orders/" + order + "/cancel", "{}").statusCode()).isEqualTo(409);
  }
}
