package dev.orders.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.app.OrderPages.Page;
import dev.orders.app.OrderPages.Wish;
import dev.orders.order.Fault;
import dev.orders.order.Order;
import dev.orders.order.OrderReader;
import dev.orders.redis.TestRedis;
import io.lettuce.core.RedisClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderPagesIT {

  private static final long START = Long.MAX_VALUE;

  private final String namespace = TestRedis.namespace();
  private final Services services =
      new Services(
          new Settings(
              Variables.of(
                  Map.of("ORDERS_REDIS_URL", TestRedis.url(), "ORDERS_NAMESPACE", namespace),
                  Path.of("target"))));

  @AfterEach
  void close() {
    services.close();
  }

  @Test
  void should_be_empty_when_nothing_was_ever_accepted() {
    assertThat(page(new Wish(null, null, START, 10)))
        .satisfies(page -> assertThat(page.orders()).isEmpty())
        .satisfies(page -> assertThat(page.next()).isNull());
  }

  @Test
  void should_go_from_the_newest_to_the_oldest_page_by_page() throws Exception {
    submit(5);

    Page first = page(new Wish(null, null, START, 2));
    Page second = page(new Wish(null, null, first.next(), 2));
    Page third = page(new Wish(null, null, second.next(), 2));

    assertThat(ids(first)).containsExactly(5L, 4L);
    assertThat(ids(second)).containsExactly(3L, 2L);
    assertThat(ids(third)).containsExactly(1L);
    assertThat(third.next()).isNull();
    assertThat(first.orders().get(0).tasks()).hasSize(3);
  }

  @Test
  void should_not_promise_a_page_after_the_very_first_order() throws Exception {
    submit(2);

    assertThat(page(new Wish(null, null, START, 2)).next()).isNull();
  }

  @Test
  void should_find_those_of_a_status() throws Exception {
    submit(3);
    services.operations().cancelOrder(2);

    assertThat(ids(page(new Wish("cancelled", null, START, 10)))).containsExactly(2L);
    assertThat(ids(page(new Wish("confirmed", null, START, 10)))).containsExactly(3L, 1L);
  }

  @Test
  void should_end_at_the_first_order_that_is_too_old() throws Exception {
    submit(3);
    Instant second = services.lookup().order(2).record().createdAt();

    Page page = page(new Wish(null, second.plusMillis(1), START, 10));

    assertThat(ids(page)).allMatch(id -> id > 2);
    assertThat(page.next()).isNull();
  }

  @Test
  void should_find_the_orders_of_all_partitions() throws Exception {
    RedisClient client = RedisClient.create(TestRedis.url());
    client.connect().sync().hset(namespace + ":meta", "partitions", "3");
    client.shutdown();
    submit(7);

    List<Long> all = new ArrayList<>();
    for (Long before = START; before != null; ) {
      Page page = page(new Wish(null, Instant.EPOCH, before, 2));
      all.addAll(ids(page));
      before = page.next();
    }

    assertThat(all).hasSize(7).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> (int) (b - a));
  }

  @Test
  void should_look_only_so_far_for_rare_orders_and_say_where_to_go_on() throws Exception {
    submit(1);
    RedisClient client = RedisClient.create(TestRedis.url());
    client.connect().sync().set(namespace + ":{0}:next", "10000");
    client.shutdown();

    Page first = page(new Wish(null, null, START, 10));
    assertThat(first.orders()).isEmpty();
    assertThat(first.next()).isEqualTo(6_001L);
    Page third = page(new Wish(null, null, page(new Wish(null, null, 6_001, 10)).next(), 10));
    assertThat(ids(third)).containsExactly(1L);
    assertThat(third.next()).isNull();
  }

  private Page page(Wish wish) {
    return services.pages().page(wish);
  }

  private static List<Long> ids(Page page) {
    return page.orders().stream().map(view -> view.record().id()).toList();
  }

  private void submit(int orders) throws IOException {
    Order order = example();
    LongStream.range(0, orders)
        .forEach(
            i -> {
              OrderBatch batch = services.batch();
              batch.add("test", order, "key-" + i, Duration.ZERO);
              batch.send(receipt -> {}, conflict -> {});
            });
  }

  private static Order example() throws IOException {
    List<Order> orders = new ArrayList<>();
    try (InputStream in = Files.newInputStream(Path.of("examples", "order.json"))) {
      OrderReader.read(
          in,
          "example",
          new OrderReader.Sink() {
            @Override
            public void order(long line, int nth, Order order) {
              orders.add(order);
            }

            @Override
            public void fault(Fault fault) {
              throw new AssertionError(fault);
            }

            @Override
            public void warning(Fault warning) {}
          });
    }
    return orders.get(0);
  }
}
