package dev.orders.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.queue.Broker;
import dev.orders.queue.Delivery;
import dev.orders.queue.EventFeed;
import dev.orders.queue.EventFeed.Event;
import dev.orders.queue.Settlement;
import dev.orders.queue.Settlement.Failed;
import dev.orders.queue.Settlement.Outcome;
import dev.orders.queue.Settlement.Succeeded;
import dev.orders.queue.Submission;
import dev.orders.queue.Task;
import dev.orders.queue.TaskId;
import dev.orders.queue.TaskResult;
import dev.orders.queue.TaskType;
import dev.orders.redis.RedisOptions;
import dev.orders.redis.RedisStore;
import dev.orders.redis.TestRedis;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrackerIT {

  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Outcome DONE = new Succeeded(TaskResult.of(Map.of()));

  private final RedisStore store =
      RedisStore.connect(
          new RedisOptions(TestRedis.url(), null, TestRedis.namespace(), Duration.ofDays(1)));
  private final Tracker tracker = new Tracker(store.inspector());

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void should_count_where_tasks_stand_and_see_what_has_ended() {
    follow(submit("email", "invoice"));
    tracker.look();
    assertThat(tracker.tallies())
        .containsOnly(
            Map.entry("email", new Tally(0, 0, 0, 1)), Map.entry("invoice", new Tally(0, 0, 0, 1)));

    settleNext("email", DONE);
    tracker.look();
    assertThat(tracker.tallies()).containsEntry("email", new Tally(1, 0, 0, 0));
    assertThat(tracker.hasEnded()).isFalse();

    settleNext("invoice", new Failed("no paper"));
    tracker.look();
    assertThat(tracker.total()).isEqualTo(new Tally(1, 1, 0, 0));
    assertThat(tracker.hasEnded()).isTrue();
    assertThat(tracker.failures()).extracting(Task::error).containsExactly("no paper");
  }

  @Test
  void should_look_only_at_what_events_say_has_ended() {
    follow(submit("email"));
    follow(submit("email"));
    long strange = submit("email");
    tracker.look();
    try (EventFeed feed = store.inspector().follow()) {
      settleNext("email", DONE);
      List<Event> events = feed.next(Duration.ofSeconds(1));
      settleNext("email", DONE);
      tracker.look(events);
    }

    assertThat(tracker.open()).isEqualTo(1);
    assertThat(tracker.total()).isEqualTo(new Tally(1, 0, 0, 1));

    tracker.look(List.of(ended(strange), ended(2)));
    assertThat(tracker.total()).isEqualTo(new Tally(2, 0, 0, 0));
    assertThat(tracker.hasEnded()).isTrue();
  }

  @Test
  void should_follow_a_single_task_by_its_events() {
    long order = submit("email", "invoice");
    tracker.add(new Target(order, new TaskId(order, "email")));
    tracker.look();

    settleNext("invoice", DONE);
    tracker.look(List.of(ended(order)));
    assertThat(tracker.hasEnded()).isFalse();

    settleNext("email", DONE);
    tracker.look(List.of(ended(order)));
    assertThat(tracker.hasEnded()).isTrue();
  }

  private static Event ended(long order) {
    return new Event(Instant.EPOCH, order, order + "-email", "SUCCESS", 100, null);
  }

  private void follow(long order) {
    tracker.add(new Target(order, null));
  }

  private long submit(String... queues) {
    List<TaskType> tasks = Stream.of(queues).map(queue -> new TaskType(queue, queue)).toList();
    Submission order = new Submission("{}", "0".repeat(64), null, Duration.ZERO, tasks);
    return store.intake().submit(List.of(order)).get(0).orderId();
  }

  private void settleNext(String queue, Outcome outcome) {
    Broker broker = store.broker();
    Delivery delivery = broker.fetch("w1", List.of(queue), 1, LEASE).deliveries().get(0);
    broker.settle("w1", List.of(new Settlement(delivery.id(), delivery.number(), outcome)));
  }
}
