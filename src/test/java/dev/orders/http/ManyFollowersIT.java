package dev.orders.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManyFollowersIT {

  private static final int MANY = 1_000;

  /** HTTP/1.0 knows no chunks, so that the events are there as they are. */
  private static final String REQUEST =
      "GET /events?state=PENDING HTTP/1.0\r\nHost: localhost\r\n\r\n";

  @Test
  void should_tell_a_thousand_clients_what_happens() throws IOException {
    List<Socket> followers = new ArrayList<>();
    try (TestApi api = new TestApi()) {
      for (int i = 0; i < MANY; i++) {
        Socket socket = api.socket();
        followers.add(socket);
        socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
      }
      for (Socket follower : followers) {
        assertThat(upTo(follower, "retry: 2000\n\n")).startsWith("HTTP/1.1 200");
      }

      long order = api.order();

      for (Socket follower : followers) {
        assertThat(upTo(follower, "}\n\n")).contains("\"order_id\":" + order + ",");
      }
      assertThat(api.get("/metrics").body()).contains("orders_http_event_streams " + MANY + "\n");
    } finally {
      for (Socket follower : followers) {
        follower.close();
      }
    }
  }

  private static String upTo(Socket socket, String end) throws IOException {
    StringBuilder text = new StringBuilder();
    byte[] piece = new byte[1_024];
    while (text.indexOf(end) < 0) {
      int count = socket.getInputStream().read(piece);
      assertThat(count).as("a stream ended after %s", text).isPositive();
      text.append(new String(piece, 0, count, StandardCharsets.UTF_8));
    }
    return text.toString();
  }
}
