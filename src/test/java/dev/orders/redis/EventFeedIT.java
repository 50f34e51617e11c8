package dev.orders.redis;

import static dev.orders.redis.TestStore.EMAIL;
import static dev.orders.redis.TestStore.FINGERPRINT;
import static dev.orders.redis.TestStore.LEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.queue.Broker.Report;
import dev.orders.queue.Delivery;
import dev.orders.queue.EventFeed;
import dev.orders.queue.EventFeed.Event;
import dev.orders.queue.Settlement.Retried;
import dev.orders.queue.Settlement.Succeeded;
import dev.orders.queue.Submission;
import dev.orders.queue.TaskResult;
import dev.orders.queue.TaskResult.OrderChange;
import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventFeedIT {

  private static final Duration SOON = Duration.ofSeconds(1);

  private final TestStore store = new TestStore();

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void should_tell_what_happens_from_the_moment_it_was_opened() {
    store.order(EMAIL);
    try (EventFeed feed = store.inspector().follow()) {
      Delivery email = store.take("email");
      store.broker().progress("w1", List.of(new Report(email.id(), 1, 30)));
      store.settle(email, new Retried("no", Duration.ZERO));
      store.succeed(store.take("email"));

      assertThat(read(feed, 6))
          .containsExactly(
              "1-email STARTED",
              "1-email PROGRESS 30",
              "1-email RETRY",
              "1-email PENDING",
              "1-email STARTED",
              "1-email SUCCESS 100");
    }
  }

  @Test
  void should_tell_of_the_first_event_ever() {
    try (EventFeed feed = store.inspector().follow()) {
      store.order(EMAIL);

      assertThat(read(feed, 1)).containsExactly("1-email PENDING");
    }
  }

  @Test
  void should_tell_of_the_order_and_of_what_follows() {
    store.order();
    Delivery shipping = store.take("shipping");
    try (EventFeed feed = store.inspector().follow()) {
      store.settle(
          shipping,
          new Succeeded(
              new TaskResult(Map.of(), new OrderChange("shipped", "TRK1"), TestStore.NOTICE)));

      assertThat(read(feed, 3))
          .containsExactly("order 1 shipped", "1-notice PENDING", "1-shipping SUCCESS 100");
    }
  }

  @Test
  void should_tell_the_time_of_the_server() {
    try (EventFeed feed = store.inspector().follow()) {
      store.order(EMAIL);
      Event event = feed.next(SOON).get(0);

      assertThat(event.orderId()).isEqualTo(1);
      assertThat(event.at())
          .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
    }
  }

  @Test
  void should_say_nothing_when_nothing_happens() {
    try (EventFeed feed = store.inspector().follow()) {
      assertThat(feed.next(Duration.ofMillis(5))).isEmpty();
    }
  }

  @Test
  void should_tell_readers_independently() {
    try (EventFeed one = store.inspector().follow();
        EventFeed two = store.inspector().follow()) {
      store.order(EMAIL);

      assertThat(read(one, 1)).isEqualTo(read(two, 1));
    }
  }

  @Test
  void should_follow_many_events_without_missing_one() {
    try (EventFeed feed = store.inspector().follow()) {
      store
          .intake()
          .submit(
              Collections.nCopies(
                  500, new Submission("{}", FINGERPRINT, null, Duration.ZERO, List.of(EMAIL))));
      store.broker().fetch("w1", List.of("email"), 500, LEASE);

      assertThat(read(feed, 1_000)).doesNotHaveDuplicates().hasSize(1_000);
    }
  }

  @Test
  void should_follow_all_partitions() {
    try (TestStore parted = TestStore.withPartitions(3);
        EventFeed feed = parted.inspector().follow()) {
      for (int i = 0; i < 9; i++) {
        parted.submit("key-" + i, FINGERPRINT, Duration.ZERO);
      }

      assertThat(read(feed, 27)).doesNotHaveDuplicates().hasSize(27);
    }
  }

  @Test
  void should_pass_over_what_cannot_be_read_and_tell_the_rest() {
    try (EventFeed feed = store.inspector().follow()) {
      String stream = store.keys().events();
      store.raw().xadd(stream, "STARTED", "no number-email=0 1-email 99999999999999999999-email");
      store.raw().xadd(stream, "PROGRESS", "1-email=much 1-email=30");
      store.raw().xadd(stream, "ORDER", "x=shipped 2=shipped");

      List<Event> events = new ArrayList<>();
      for (int tries = 0; events.size() < 3 && tries < 20; tries++) {
        events.addAll(feed.next(SOON));
      }
      assertThat(events)
          .extracting(EventFeedIT::line)
          .containsExactly("1-email STARTED", "1-email PROGRESS 30", "order 2 shipped");
      EventFeed.History rest = store.inspector().history(events.get(0).position(), 10);
      assertThat(rest.isComplete()).isTrue();
      assertThat(rest.events()).isEqualTo(events.subList(1, 3));
    }
  }

  @Test
  void should_bound_the_stream() {
    Submission one = new Submission("{}", FINGERPRINT, null, Duration.ZERO, List.of(EMAIL));
    store.intake().submit(List.of(one));
    store
        .raw()
        .eval(
            "for i = 1, 10500 do redis.call('XADD', KEYS[1], '*', 'PENDING', '1-email') end",
            ScriptOutputType.STATUS,
            store.keys().events());
    store.intake().submit(List.of(one));

    assertThat(store.raw().xlen(store.keys().events())).isBetween(10_000L, 10_200L);
  }

  private static List<String> read(EventFeed feed, int count) {
    List<String> lines = new ArrayList<>();
    for (int tries = 0; lines.size() < count && tries < 20; tries++) {
      feed.next(SOON).forEach(event -> lines.add(line(event)));
    }
    return lines;
  }

  private static String line(Event event) {
    String what = event.task().isEmpty() ? "order " + event.orderId() : event.task();
    String percent = event.progress() > 0 ? " " + event.progress() : "";
    return what + " " + event.state() + percent;
  }
}
