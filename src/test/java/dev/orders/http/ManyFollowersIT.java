package dev.orders.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ManyFollowersIT {

  private static final int MANY = 1_000;

  @Test
  void should_tell_a_thousand_clients_what_happens() throws IOException {
    try (TestApi api = new TestApi();
        Crowd crowd = new Crowd(api, MANY)) {
      long order = api.order();

      assertThat(crowd.awaitAll("}\n\n"))
          .hasSize(MANY)
          .allMatch(told -> told.contains("\"order_id\":" + order + ","));
      assertThat(api.get("/metrics").body()).contains("orders_http_event_streams " + MANY + "\n");
    }
  }
}
