package dev.orders.redis;

import static dev.orders.redis.TestStore.EMAIL;
import static dev.orders.redis.TestStore.FINGERPRINT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.queue.EventFeed;
import dev.orders.queue.EventFeed.Event;
import dev.orders.queue.EventFeed.History;
import dev.orders.queue.EventFeed.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventHistoryIT {

  private final TestStore store = new TestStore();

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void should_tell_exactly_what_followed_an_event() {
    List<Event> live = happen(store, 3);

    for (int i = 0; i < live.size(); i++) {
      History history = store.inspector().history(position(live.get(i)), 1_000);
      assertThat(history.events()).isEqualTo(live.subList(i + 1, live.size()));
      assertThat(history.isComplete()).isTrue();
    }
  }

  @Test
  void should_say_when_more_has_happened_than_was_asked_for() {
    List<Event> live = happen(store, 3);

    assertThat(store.inspector().history(position(live.get(0)), 2).isComplete()).isFalse();
  }

  @Test
  void should_say_when_the_stream_does_not_go_back_that_far() {
    Event first = happen(store, 2).get(0);
    store.raw().xtrim(store.keys().events(), 1);

    assertThat(store.inspector().history(position(first), 1_000).isComplete()).isFalse();
  }

  @Test
  void should_miss_nothing_of_any_partition() {
    try (TestStore parted = TestStore.withPartitions(3)) {
      List<Event> live = happen(parted, 9);
      Position first = position(live.get(0));

      assertThat(parted.inspector().history(first, 1_000).events())
          .containsAll(live.subList(1, live.size()));
    }
  }

  @Test
  void should_say_that_nothing_is_known_of_a_partition_that_there_is_not() {
    happen(store, 1);

    assertThat(store.inspector().history(new Position(7, 1, 0, 0), 10).isComplete()).isFalse();
  }

  @Test
  void should_read_positions_as_it_writes_them() {
    Position position = new Position(3, 1_700_000_000_000L, 2, 1);

    assertThat(position).hasToString("3:1700000000000-2:1");
    assertThat(Position.parse(position.toString())).contains(position);
    assertThat(Position.parse("1700000000000-2")).isEmpty();
  }

  private static Position position(Event event) {
    return event.position();
  }

  /** Accepts orders and tells what the feed told of them. */
  private static List<Event> happen(TestStore store, int orders) {
    List<Event> events = new ArrayList<>();
    try (EventFeed feed = store.inspector().follow()) {
      for (int i = 0; i < orders; i++) {
        store.submit("key-" + i, FINGERPRINT, Duration.ZERO);
      }
      store.order(EMAIL);
      for (int tries = 0; events.size() < 3 * orders + 1 && tries < 20; tries++) {
        events.addAll(feed.next(Duration.ofSeconds(1)));
      }
    }
    return events;
  }
}
