package dev.orders.redis;

import static dev.orders.redis.TestStore.FINGERPRINT;
import static dev.orders.redis.TestStore.LEASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orders.queue.BrokerException;
import dev.orders.queue.Delivery;
import dev.orders.queue.EventFeed;
import dev.orders.queue.EventFeed.Event;
import dev.orders.queue.Receipt;
import dev.orders.queue.Submission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is different on a Cluster. */
@Timeout(300)
class ClusterIT {

  private static final int ORDERS = 100;

  private final String namespace = TestRedis.namespace();
  private final RedisStore store = store(TestCluster.shared().url());

  @AfterEach
  void close() {
    store.close();
  }

  private RedisStore store(String url) {
    return RedisStore.connect(
        new RedisOptions(
            url, RedisAccess.by(null), namespace, TestStore.RETENTION, Duration.ofSeconds(2)));
  }

  /** Keys spread them over the partitions. */
  private List<Receipt> submit() {
    List<Submission> orders =
        IntStream.range(0, ORDERS)
            .mapToObj(i -> TestStore.submission("key-" + i, FINGERPRINT, Duration.ZERO))
            .toList();
    return store.intake().submit(orders);
  }

  @Test
  void should_part_orders_into_64() {
    assertThat(store.inspector().newest()).hasSize(64);
    assertThat(submit()).extracting(Receipt::orderId).doesNotHaveDuplicates();
  }

  @Test
  void should_take_evenly_from_all_partitions() {
    submit();

    List<Delivery> taken = store.broker().fetch("w1", List.of("email"), 16, LEASE).deliveries();

    assertThat(taken).hasSize(16);
    assertThat(partitions(taken)).hasSize(16);
    assertThat(store.broker().fetch("w1", List.of("email"), ORDERS, LEASE).deliveries())
        .as("and leave nothing behind")
        .hasSize(ORDERS - 16);
  }

  private static Set<Long> partitions(List<Delivery> deliveries) {
    Set<Long> partitions = new TreeSet<>();
    deliveries.forEach(one -> partitions.add(one.id().orderId() % 64));
    return partitions;
  }

  @Test
  void should_tell_the_events_of_all_partitions() {
    List<Event> followed = new ArrayList<>();
    try (EventFeed feed = store.inspector().follow()) {
      submit();
      while (followed.size() < 3 * ORDERS) {
        followed.addAll(feed.next(Duration.ofSeconds(1)));
      }
    }
    Event first = followed.get(0);

    assertThat(followed).hasSize(3 * ORDERS).doesNotHaveDuplicates();
    EventFeed.History later = store.inspector().history(first.position(), 1_000);
    assertThat(later.isComplete()).isTrue();
    assertThat(later.events()).containsAll(followed.subList(1, followed.size()));
  }

  @Test
  void should_say_that_no_node_can_be_reached() {
    try (RedisStore nowhere = store("redis-cluster://127.0.0.1:1,127.0.0.1:2")) {
      assertThatThrownBy(() -> nowhere.inspector().newest())
          .isInstanceOf(BrokerException.class)
          .hasMessageContaining("cannot reach Redis at 127.0.0.1:1,127.0.0.1:2")
          .hasMessageContaining("connection refused");
    }
  }

  @Test
  void should_say_that_a_server_is_no_node_of_a_cluster() {
    String url = TestRedis.url().replace("redis://", "redis-cluster://");
    try (RedisStore alone = store(url)) {
      assertThatThrownBy(() -> alone.inspector().newest())
          .isInstanceOf(BrokerException.class)
          .hasMessageContaining("is no node of a Cluster. Write redis:// instead");
    }
  }

  @Test
  void should_delete_what_lies_on_all_masters() {
    submit();
    store.erase();

    for (RedisNode node : TestCluster.shared().nodes()) {
      assertThat(node.tell("SCAN 0 COUNT 100000 MATCH " + namespace + ":*"))
          .doesNotContain(namespace);
    }
  }
}
