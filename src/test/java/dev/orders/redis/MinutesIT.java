package dev.orders.redis;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(sum("tasks")).isEqualTo(6);
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
