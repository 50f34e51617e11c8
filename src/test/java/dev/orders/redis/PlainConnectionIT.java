package dev.orders.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.orders.queue.BrokerException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

class PlainConnectionIT {

  private static final String KEY = TestRedis.namespace() + ":plain";

  private final RedisLink link = link(TestRedis.url());
  private final Requests requests = new Requests(link, Duration.ofSeconds(5));

  @AfterEach
  void close() {
    link.close();
  }

  @Test
  void should_read_answers_longer_than_its_buffer_in_the_order_of_the_questions() {
    String body = "가나다라".repeat(100_000);
    requests.read(redis -> redis.set(KEY, body));

    assertThat(
            requests.<Object>readAll(
                redis ->
                    List.of(cast(redis.get(KEY)), cast(redis.strlen(KEY)), cast(redis.get(KEY)))))
        .containsExactly(body, 1_200_000L, body);
    requests.read(redis -> redis.del(KEY));
  }

  @Test
  void should_open_another_when_the_connection_was_cut() throws IOException {
    String before = requests.read(redis -> redis.info("clients"));
    long cuts = link.cuts();
    long id = requests.read(redis -> redis.clientId());
    RawRedis.tell(RedisURI.create(TestRedis.url()).getPort(), "CLIENT KILL ID " + id);

    assertThat(before).contains("connected_clients");
    assertThat(requests.<Long>read(redis -> redis.clientId())).isGreaterThan(id);
    assertThat(link.cuts()).isGreaterThan(cuts);
  }

  @Test
  void should_select_the_database_of_the_url_and_say_its_name() {
    int port = RedisURI.create(TestRedis.url()).getPort();
    try (RedisLink other = link("redis://127.0.0.1:" + port + "/3")) {
      Requests there = new Requests(other, Duration.ofSeconds(5));

      assertThat(there.<String>read(redis -> redis.clientList())).contains("name=orders", "db=3");
    }
  }

  /** In a black hole, within the time that the issue names, with the patience of a command. */
  @Test
  void should_give_up_an_answer_that_does_not_come() throws IOException {
    try (CuttingProxy proxy = new CuttingProxy(TestRedis.shared().port());
        RedisStore store =
            RedisStore.connectBriefly(
                new RedisOptions(proxy.url(), null, TestRedis.namespace(), Duration.ofDays(1)))) {
      store.inspector().order(1);
      proxy.loseLines();

      CompletableFuture<?> answer = CompletableFuture.runAsync(() -> store.inspector().order(1));

      await().atMost(Duration.ofSeconds(15)).until(answer::isDone);
      assertThatThrownBy(answer::join).hasCauseInstanceOf(BrokerException.class);
    }
  }

  /** As a network does in which every packet vanishes, once the kernel holds all it may. */
  @Test
  @Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
  void should_give_up_what_nobody_takes() throws IOException {
    try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        RedisLink link = link("redis://127.0.0.1:" + deaf.getLocalPort(), Duration.ofSeconds(1))) {
      String large = "x".repeat(32 << 20);

      assertThatThrownBy(
              () -> new Requests(link, Duration.ofSeconds(1)).read(redis -> redis.set(KEY, large)))
          .isInstanceOf(BrokerException.class)
          .hasMessageContaining("cannot reach Redis");
    }
  }

  @Test
  void should_say_that_nobody_listens_and_that_what_answers_is_not_redis() throws IOException {
    try (ServerSocket server = new ServerSocket(0)) {
      Thread other = new Thread(() -> answerOnce(server));
      other.start();
      assertThatThrownBy(() -> ask(server.getLocalPort()))
          .isInstanceOf(BrokerException.class)
          .hasMessageContaining("what answers there is not Redis");
    }
    assertThatThrownBy(() -> ask(1))
        .isInstanceOf(BrokerException.class)
        .hasMessageContaining("connection refused");
  }

  private static void ask(int port) {
    try (RedisLink link = link("redis://127.0.0.1:" + port)) {
      new Requests(link, Duration.ofSeconds(5)).read(redis -> redis.get(KEY));
    }
  }

  private static void answerOnce(ServerSocket server) {
    try (Socket socket = server.accept()) {
      socket.getInputStream().read();
      socket.getOutputStream().write("HTTP/1.1 400\r\n".getBytes(StandardCharsets.UTF_8));
      socket.getInputStream().readAllBytes();
    } catch (IOException e) {
      // The test sees no answer then.
    }
  }

  private static RedisLink link(String url) {
    return link(url, Duration.ofSeconds(5));
  }

  private static RedisLink link(String url, Duration patience) {
    return new RedisLink(
        new RedisOptions(
            url, RedisAccess.by(null), TestRedis.namespace(), Duration.ofDays(1), patience),
        true);
  }

  @SuppressWarnings("unchecked") // Answers of several types in one list.
  private static RedisFuture<Object> cast(RedisFuture<?> future) {
    return (RedisFuture<Object>) future;
  }
}
