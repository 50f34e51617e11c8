package dev.orders.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.queue.Delivery;
import dev.orders.queue.Minute;
import dev.orders.queue.Settlement.Failed;
import dev.orders.queue.Settlement.Released;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The last day by the minute: a ring of hashes, each used again a day later. */
class MinutesIT {

  private final TestStore store = new TestStore();

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void should_count_by_the_minute_what_it_counts_in_all() {
    store.order();
    store.order();

    assertThat(sum("accepted")).isEqualTo(2);
    assertThat(sum("tasks:email") + sum("tasks:invoice")).isEqualTo(4);
  }

  @Test
  void should_begin_anew_where_yesterday_stands() {
    long minute = System.currentTimeMillis() / 60_000;
    Map<String, String> yesterday = Map.of("minute", "1", "accepted", "99", "dead", "7");
    store.raw().hset(slot(minute), yesterday);
    store.raw().hset(slot(minute + 1), yesterday);

    store.order();

    assertThat(sum("accepted")).isEqualTo(1);
    assertThat(sum("dead")).isZero();
  }

  @Test
  void should_begin_anew_where_something_else_lies() {
    long minute = System.currentTimeMillis() / 60_000;
    store.raw().set(slot(minute), "not a hash");
    store.raw().set(slot(minute + 1), "not a hash");

    store.order();

    assertThat(store.raw().type(slot(minute)) + store.raw().type(slot(minute + 1)))
        .contains("hash");
  }

  @Test
  void should_read_the_last_minutes_of_all_partitions_oldest_first() {
    try (TestStore parted = TestStore.withPartitions(3)) {
      for (int i = 0; i < 9; i++) {
        parted.order();
      }
      List<Minute> minutes = parted.inspector().minutes(3);

      assertThat(minutes).extracting(Minute::start).isSorted();
      assertThat(minutes).hasSize(3);
      assertThat(minutes.stream().mapToLong(minute -> minute.count("accepted")).sum()).isEqualTo(9);
      assertThat(minutes.stream().mapToLong(minute -> minute.count("tasks")).sum()).isEqualTo(27);
      assertThat(minutes.stream().mapToLong(minute -> minute.count("tasks:email")).sum())
          .isEqualTo(9);
    }
  }

  @Test
  void should_read_nothing_where_yesterday_stands() {
    long minute = System.currentTimeMillis() / 60_000;
    for (int i = -2; i <= 2; i++) {
      store.raw().hset(slot(minute + i), Map.of("minute", "1", "accepted", "99"));
    }

    assertThat(store.inspector().minutes(2)).allMatch(one -> one.counts().isEmpty());
    assertThat(store.inspector().minutes(9_999)).hasSize(Minute.KEPT);
  }

  @Test
  void should_count_how_long_each_kind_of_task_ran() {
    store.order(TestStore.EMAIL);
    Delivery quick = store.take("email");
    store.raw().hset(store.keys().task(quick.id()), "started", "9999999999999");
    store.succeed(quick);
    store.order(TestStore.EMAIL);
    Delivery slow = store.take("email");
    store.raw().hset(store.keys().task(slow.id()), "started", "1");
    store.settle(slow, new Failed("no"));

    assertThat(store.inspector().counts())
        .containsEntry("ran:email:10", 1L)
        .containsEntry("ran:email:more", 1L)
        .containsEntry("ran", 2L)
        .hasEntrySatisfying("ran_ms:email", millis -> assertThat(millis).isGreaterThan(60_000));
  }

  @Test
  void should_not_count_as_run_what_was_given_back() {
    store.order(TestStore.EMAIL);
    store.settle(store.take("email"), new Released());

    assertThat(store.inspector().counts()).doesNotContainKey("ran");
  }

  private String slot(long minute) {
    return store.keys().prefix() + "minute:" + minute % 1440;
  }

  /** Over the minutes of today, since a test may run while one turns into the next. */
  private long sum(String name) {
    return store.raw().keys(store.keys().prefix() + "minute:*").stream()
        .map(key -> store.raw().hgetall(key))
        .filter(hash -> !hash.get("minute").equals("1"))
        .mapToLong(hash -> Long.parseLong(hash.getOrDefault(name, "0")))
        .sum();
  }
}
