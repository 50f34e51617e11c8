package dev.orders.redis;

import static dev.orders.redis.TestStore.EMAIL;
import static dev.orders.redis.TestStore.LEASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orders.queue.Delivery;
import dev.orders.queue.Settlement.Retried;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * An idle worker that would look for work only once a day: whatever it finds earlier, the marker
 * has told it.
 */
class WakeListenerIT {

  private static final Duration DAY = Duration.ofDays(1);
  private static final List<String> QUEUES = List.of("invoice", "email");

  private final TestStore store = new TestStore();
  private final RedisLink link =
      new RedisLink(
          new RedisOptions(TestRedis.url(), null, store.namespace(), TestStore.RETENTION));
  private final Requests requests = new Requests(link, Duration.ofSeconds(5));
  private final Partitions partitions = new Partitions(new Keys(store.namespace()), requests);
  private final Damage damage = new Damage();
  private final Fetch fetch = new Fetch("w1", requests, partitions, damage, "1000");
  private final WakeMarkers markers = new WakeMarkers(requests, partitions, damage);
  private final WakeListener listener = new WakeListener(link, markers, DAY);

  @AfterEach
  void close() {
    listener.close();
    link.close();
    store.close();
  }

  @Test
  void should_wake_when_an_order_comes_in() {
    CompletableFuture<Void> idle = idle();

    store.order(EMAIL);

    awaitEnd(idle);
    assertThat(store.fetch("w2", 1, "email")).hasSize(1);
  }

  @Test
  void should_wake_when_a_retry_is_put_off_so_that_its_time_is_known() {
    store.order(EMAIL);
    Delivery delivery = store.take("email");
    store.raw().del(store.keys().wake("email"));
    CompletableFuture<Void> idle = idle();

    store.settle(delivery, new Retried("later", Duration.ofSeconds(7)));

    awaitEnd(idle);
    assertThat(store.broker().fetch("w2", QUEUES, 1, LEASE).nextDue())
        .isBetween(Duration.ofMillis(1), Duration.ofSeconds(7));
  }

  @Test
  void should_wake_when_a_queue_is_resumed() {
    store.order(EMAIL);
    store.operations().pause("email");
    store.fetch("w1", 1, "email");
    store.raw().del(store.keys().wake("email"));
    CompletableFuture<Void> idle = idle();

    store.operations().resume("email");

    awaitEnd(idle);
  }

  @Test
  void should_wake_for_the_other_queue_when_a_marker_has_the_wrong_type() {
    damageMarker();
    CompletableFuture<Void> idle = idle();

    store.order(EMAIL);

    awaitEnd(idle);
  }

  @Test
  void should_see_and_take_the_other_markers_when_one_has_the_wrong_type() {
    damageMarker();
    assertThat(markers.areSet(QUEUES)).isFalse();

    store.order(EMAIL);

    assertThat(markers.areSet(QUEUES)).isTrue();
    assertThat(markers.collect(QUEUES)).containsExactly(0);
    assertThat(markers.areSet(QUEUES)).isFalse();
  }

  @Test
  void should_wait_all_the_same_when_every_marker_has_the_wrong_type() throws Exception {
    damageMarker();

    new WakeLookout(link, markers).look(List.of("invoice"), Duration.ofMillis(20));

    assertThat(listener.canBlock(List.of("invoice"))).isFalse();
    assertThat(markers.names(List.of("invoice"))).isEmpty();
  }

  @Test
  void should_be_closed_at_once_while_its_connection_is_being_opened() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        RedisLink slow = link("rediss://127.0.0.1:" + silent.getLocalPort())) {
      WakeListener opening = new WakeListener(slow, markers, DAY);
      CompletableFuture<Void> idle = CompletableFuture.runAsync(() -> listen(opening));
      try (Socket line = silent.accept()) {
        CompletableFuture<Void> closing = CompletableFuture.runAsync(opening::close);
        await().until(closing::isDone);

        assertThat(idle).isNotDone();
        assertThat(line.isConnected()).isTrue();
      }
    }
  }

  private RedisLink link(String url) {
    Duration patience = Duration.ofMinutes(2); // a test which has to wait for it fails
    return new RedisLink(
        new RedisOptions(
            url, RedisAccess.by(null), store.namespace(), TestStore.RETENTION, patience));
  }

  /** As a fetch finds it. */
  private void damageMarker() {
    String marker = store.keys().wake("invoice");
    store.raw().set(marker, "damaged");
    damage.note(store.keys(), QUEUES, List.of(marker));
  }

  /** Returns when it is blocked in Redis. */
  private CompletableFuture<Void> idle() {
    CompletableFuture<Void> idle = CompletableFuture.runAsync(() -> listen(listener));
    await().until(() -> store.raw().clientList().contains("cmd=bzpopmin"));
    return idle;
  }

  private void listen(WakeListener on) {
    try {
      fetch.fromOne(on, DAY, QUEUES, 0, LEASE);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitEnd(CompletableFuture<Void> idle) {
    await().until(idle::isDone);
    idle.join();
  }
}
