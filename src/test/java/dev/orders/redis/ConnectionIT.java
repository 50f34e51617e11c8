package dev.orders.redis;

import static dev.orders.redis.TestStore.LEASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.orders.queue.Broker;
import dev.orders.queue.BrokerException;
import dev.orders.queue.BrokerException.Reason;
import dev.orders.queue.Delivery;
import io.lettuce.core.KillArgs;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Redis that forgets scripts, drops connections, goes and comes back. */
@SuppressWarnings("NullAway.Init")
class ConnectionIT {

  @TempDir private Path directory;

  private BundledServer server;
  private TestStore store;

  @BeforeEach
  void start() {
    server = BundledServer.start(0, directory);
    store = new TestStore(server.url());
  }

  @AfterEach
  void stop() {
    store.close();
    server.close();
  }

  @Test
  void should_send_a_script_again_when_redis_has_forgotten_it() {
    store.order();
    store.raw().scriptFlush();

    assertThat(store.order()).isEqualTo(2);
    assertThat(store.take("email").number()).isEqualTo(1);
  }

  @Test
  void should_connect_again_when_its_connection_was_killed() {
    store.order();
    store.raw().clientKill(KillArgs.Builder.typeNormal().skipme());

    assertThat(store.order()).isEqualTo(2);
  }

  @Test
  void should_send_a_request_again_that_was_killed_with_its_connection() throws IOException {
    store.order();
    ask("CLIENT PAUSE 20000 WRITE");
    CompletableFuture<Long> order = CompletableFuture.supplyAsync(store::order);
    await().until(() -> store.raw().clientList().contains("cmd=evalsha"));
    store.raw().clientKill(KillArgs.Builder.typeNormal().skipme());
    ask("CLIENT UNPAUSE");

    assertThat(order.join()).isEqualTo(2);
    assertThat(store.standing().counts()).isEqualTo("accepted=2 tasks=6");
  }

  @Test
  void should_not_let_others_wait_for_a_line_that_opens_slowly() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        RedisLink link = new RedisLink(patient("redis://127.0.0.1:" + silent.getLocalPort()))) {
      CompletableFuture<?> opening = CompletableFuture.supplyAsync(link::dedicated);
      try (Socket line = silent.accept()) {
        CompletableFuture<?> other = CompletableFuture.runAsync(link::lookAgain);
        await().until(other::isDone);

        assertThat(opening).isNotDone();
        assertThat(line.isConnected()).isTrue();
      }
    }
  }

  /** So long that a test which has to wait for it fails. */
  private static RedisOptions patient(String url) {
    return new RedisOptions(
        url, RedisAccess.by(null), "orders", TestStore.RETENTION, Duration.ofMinutes(2));
  }

  @Test
  void should_wait_for_work_again_when_that_connection_was_killed() {
    awaken(store.broker(), Duration.ofMillis(5));
    store.raw().clientKill(KillArgs.Builder.typeNormal().skipme());
    store.order();

    await()
        .ignoreExceptionsInstanceOf(BrokerException.class)
        .until(() -> !awaken(store.broker(), Duration.ofMillis(50)).isEmpty());
  }

  @Test
  void should_go_on_when_redis_was_killed_and_started_again() {
    store.order();
    int port = server.port();
    server.kill();
    server = BundledServer.start(port, directory);

    assertThat(store.inspector().order(1)).isPresent();
    assertThat(store.order()).isEqualTo(2);
    assertThat(store.broker().fetch("w1", List.of("email"), 9, LEASE).deliveries()).hasSize(2);
  }

  @Test
  void should_say_in_one_sentence_that_nobody_is_there() {
    int free = FreePort.find();
    try (RedisStore nobody = connect("redis://127.0.0.1:" + free)) {
      assertThatThrownBy(() -> nobody.inspector().order(1))
          .isInstanceOf(BrokerException.class)
          .hasMessage(
              "cannot reach Redis at 127.0.0.1:%d (connection refused).".formatted(free)
                  + " Start one with \"orders redis\", or pass --redis URL.")
          .extracting("reason")
          .isEqualTo(Reason.UNREACHABLE);
    }
  }

  @Test
  void should_say_that_a_host_is_unknown() {
    try (RedisStore nobody = connect("redis://no-such-host.invalid:6379")) {
      assertThatThrownBy(() -> nobody.inspector().order(1))
          .hasMessageContaining("no-such-host.invalid:6379 (unknown host)")
          .extracting("reason")
          .isEqualTo(Reason.UNREACHABLE);
    }
  }

  @Test
  void should_say_that_what_answers_is_not_redis() throws IOException {
    try (ServerSocket web = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
        RedisStore store = connect("redis://127.0.0.1:" + web.getLocalPort())) {
      Thread answering = new Thread(() -> answerAsAWebServer(web));
      answering.start();

      assertThatThrownBy(() -> store.inspector().order(1))
          .hasMessageContaining("(what answers there is not Redis)")
          .extracting("reason")
          .isEqualTo(Reason.UNREACHABLE);
    }
  }

  private static void answerAsAWebServer(ServerSocket web) {
    byte[] answer = "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    while (!web.isClosed()) {
      try (Socket client = web.accept()) {
        client.getOutputStream().write(answer);
        client.getInputStream().transferTo(OutputStream.nullOutputStream());
      } catch (IOException clientOrServerGone) {
        // Whether there is another to be answered tells the loop.
      }
    }
  }

  @Test
  void should_give_up_in_time_when_redis_stays_away() {
    store.order();
    server.kill();

    assertThatThrownBy(() -> store.inspector().order(1))
        .hasMessageStartingWith("cannot reach Redis at 127.0.0.1:" + server.port())
        .extracting("reason")
        .isEqualTo(Reason.UNREACHABLE);
  }

  @Test
  void should_say_that_it_is_unreachable_when_it_waits_for_work() {
    try (RedisStore nobody = connect("redis://127.0.0.1:" + FreePort.find())) {
      assertThatThrownBy(() -> awaken(nobody.broker(), Duration.ofMillis(5)))
          .extracting("reason")
          .isEqualTo(Reason.UNREACHABLE);
      assertThatThrownBy(() -> nobody.inspector().follow())
          .extracting("reason")
          .isEqualTo(Reason.UNREACHABLE);
    }
  }

  @Test
  void should_connect_only_when_it_is_asked_something() {
    try (RedisStore nobody = connect("redis://127.0.0.1:" + FreePort.find() + "/3")) {
      assertThat(nobody.address()).startsWith("127.0.0.1:");
    }
  }

  /** Lettuce knows no CLIENT PAUSE … WRITE, so this speaks to Redis without it. */
  private String ask(String command) throws IOException {
    return RawRedis.ask(server.port(), command);
  }

  private RedisStore connect(String url) {
    return RedisStore.connect(options(url));
  }

  private static RedisOptions options(String url) {
    return new RedisOptions(url, null, TestRedis.namespace(), TestStore.RETENTION);
  }

  private static List<Delivery> awaken(Broker broker, Duration atMost) {
    return broker.awaitWork("w1", List.of("email"), 1, LEASE, atMost).deliveries();
  }
}
