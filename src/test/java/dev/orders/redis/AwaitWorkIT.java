package dev.orders.redis;

import static dev.orders.redis.TestStore.EMAIL;
import static dev.orders.redis.TestStore.FINGERPRINT;
import static dev.orders.redis.TestStore.LEASE;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orders.queue.Broker.Fetched;
import dev.orders.queue.Delivery;
import dev.orders.queue.Submission;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A fetch that waits for work first. */
class AwaitWorkIT {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final TestStore store = new TestStore();

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void should_bring_what_it_has_waited_for() {
    assertThat(awaitWork(Duration.ofMillis(10))).isEmpty();
    CompletableFuture<List<Delivery>> idle = CompletableFuture.supplyAsync(this::awaitSome);
    awaitBlocked();

    store.order(EMAIL);

    assertThat(idle.join()).hasSize(1);
    assertThat(store.standing().queue("email"))
        .isEqualTo("pending[] lease[1-email] delayed[] dead[] wake[]");
  }

  @Test
  void should_bring_it_from_a_server_that_has_forgotten_the_script() {
    awaitWork(Duration.ofMillis(10));
    store.raw().scriptFlush();
    store.order(EMAIL);

    assertThat(awaitWork(SECOND)).hasSize(1);
  }

  @Test
  void should_take_nothing_any_more_once_it_was_interrupted() throws InterruptedException {
    Thread idle = new Thread(() -> awaitWork(SECOND));
    idle.start();
    awaitBlocked();
    idle.interrupt();
    idle.join();

    store.order(EMAIL);

    assertThat(store.standing().queue("email"))
        .isEqualTo("pending[1-email] lease[] delayed[] dead[] wake[1]");
  }

  @Test
  void should_bring_what_it_had_taken_when_it_was_interrupted() throws Exception {
    try (CuttingProxy proxy = new CuttingProxy(TestRedis.shared().port());
        RedisStore worker = RedisStore.connect(at(proxy.url()))) {
      AtomicReference<Fetched> brought = new AtomicReference<>();
      Thread idle = new Thread(() -> brought.set(awaitWork(worker, SECOND)));
      idle.start();
      awaitBlocked();
      proxy.loseNewestLine();
      store.order(EMAIL);
      await().until(() -> store.standing().queue("email").contains("lease[1-email]"));
      idle.interrupt();
      idle.join();

      assertThat(brought.get().deliveries()).hasSize(1);
    }
  }

  @Test
  void should_only_wait_on_a_cluster_where_a_stop_must_not_cut_a_fetch_off() {
    RedisOptions spread =
        new RedisOptions(
            TestCluster.shared().url(), null, TestRedis.namespace(), TestStore.RETENTION);
    try (RedisStore cluster = RedisStore.connect(spread)) {
      Submission order = TestStore.submission("k", TestStore.FINGERPRINT, Duration.ZERO);
      cluster.intake().submit(List.of(order));

      assertThat(awaitWork(cluster, SECOND)).isNull();

      assertThat(cluster.broker().fetch("w2", List.of("email"), 1, LEASE).deliveries()).hasSize(1);
    }
  }

  @Test
  void should_look_for_work_where_it_may_not_block() throws IOException {
    String user = "nowait-" + store.namespace();
    RawRedis.ask(
        TestRedis.shared().port(), "ACL SETUSER " + user + " on >secret ~* &* +@all -bzpopmin");
    try (RedisStore worker = RedisStore.connect(as(user, "secret"))) {
      awaitWork(worker, Duration.ofMillis(10)); // finds out
      assertThat(awaitWork(worker, Duration.ofMillis(10))).isNull();

      store.order(EMAIL);

      assertThat(awaitWork(worker, SECOND)).isNull();
      assertThat(worker.broker().fetch("w2", List.of("email"), 1, LEASE).deliveries()).hasSize(1);

      store.submit("later", FINGERPRINT, Duration.ofMillis(900));
      assertThat(looks(worker)).isLessThan(50);
    } finally {
      RawRedis.ask(TestRedis.shared().port(), "ACL DELUSER " + user);
    }
  }

  /** How often it looks until it has what is due then. */
  private static int looks(RedisStore worker) {
    for (int i = 1; ; i++) {
      Fetched fetched = awaitWork(worker, SECOND);
      fetched = fetched == null ? worker.broker().fetch("w2", List.of("email"), 1, LEASE) : fetched;
      if (!fetched.deliveries().isEmpty()) {
        return i;
      }
    }
  }

  private RedisOptions as(String user, String password) {
    return at(TestRedis.url().replace("://", "://" + user + ":" + password + "@"));
  }

  private RedisOptions at(String url) {
    return new RedisOptions(url, null, store.namespace(), TestStore.RETENTION);
  }

  private static @Nullable Fetched awaitWork(RedisStore worker, Duration atMost) {
    return worker.broker().awaitWork("w2", List.of("email"), 1, LEASE, atMost);
  }

  private List<Delivery> awaitWork(Duration atMost) {
    return requireNonNull(store.broker().awaitWork("w1", List.of("email"), 1, LEASE, atMost))
        .deliveries();
  }

  /** As often as it takes until an order has come in. */
  private List<Delivery> awaitSome() {
    List<Delivery> some = awaitWork(SECOND);
    return some.isEmpty() ? awaitSome() : some;
  }

  private void awaitBlocked() {
    await().until(() -> store.raw().clientList().contains("cmd=bzpopmin"));
  }
}
