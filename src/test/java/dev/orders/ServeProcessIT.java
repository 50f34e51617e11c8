package dev.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orders.redis.TestRedis;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code orders serve} as a process that is told to end. */
class ServeProcessIT {

  private static final Pattern SERVING = Pattern.compile("Serving at http://0\\.0\\.0\\.0:(\\d+),");
  private static final String TOKEN = "full-token-0123456789";

  @TempDir private Path directory;

  @Test
  void should_finish_a_slow_request_end_the_streams_and_say_nothing_more_when_told_to_end()
      throws Exception {
    byte[] order = Files.readAllBytes(Path.of("examples", "order.json"));
    OrdersProcess.Running server = serve();
    int port = port(server);
    try (Socket stream = send(port, "GET /events HTTP/1.0", "");
        Socket slow = send(port, "POST /orders HTTP/1.1", "Content-Length: " + order.length)) {
      assertThat(stream.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 200");
      slow.getOutputStream().write(order, 0, 100);

      server.process().destroy();

      await().atMost(Duration.ofMinutes(1)).until(() -> isGone(port));
      assertThat(text(stream)).endsWith("retry: 2000\n\n");
      assertThat(server.process().isAlive()).isTrue();
      slow.getOutputStream().write(order, 100, order.length - 100);
      assertThat(text(slow)).startsWith("HTTP/1.1 201").contains("connection: close");
      assertThat(server.finish().exits(0).err()).startsWith("Serving at").hasLineCount(1);
    } finally {
      server.kill();
    }
  }

  @Test
  void should_end_at_once_and_say_nothing_more_when_nobody_calls() {
    OrdersProcess.Running server = serve();
    port(server);

    server.process().destroy();

    assertThat(server.finish().exits(0).err()).startsWith("Serving at").hasLineCount(1);
  }

  private OrdersProcess.Running serve() {
    return new OrdersProcess(directory)
        .with("ORDERS_REDIS_URL", TestRedis.url())
        .with("ORDERS_NAMESPACE", TestRedis.namespace())
        .with("ORDERS_HTTP_TOKEN", TOKEN)
        .start("serve", "--host", "0.0.0.0", "--port", "0");
  }

  private static int port(OrdersProcess.Running server) {
    Matcher serving =
        await()
            .atMost(Duration.ofMinutes(1))
            .until(() -> SERVING.matcher(server.err()), Matcher::find);
    return Integer.parseInt(serving.group(1));
  }

  private static Socket send(int port, String line, String header) throws IOException {
    Socket socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(60_000);
    String head =
        line
            + "\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: Bearer "
            + TOKEN
            + "\r\n"
            + (header.isEmpty() ? "" : header + "\r\n");
    socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static boolean isGone(int port) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      return !socket.isConnected();
    } catch (ConnectException e) {
      return true;
    }
  }

  private static String text(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
