package dev.orders.redis;

import static dev.orders.redis.TestStore.EMAIL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.queue.Broker.Note;
import dev.orders.queue.Broker.Report;
import dev.orders.queue.Delivery;
import dev.orders.queue.LogEntry;
import dev.orders.queue.TaskId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What handlers log: kept as long as the order, and no reason for anything else to fail. */
class LogIT {

  private final TestStore store = new TestStore();
  private final TaskId id = new TaskId(1, "email");

  @BeforeEach
  void submit() {
    store.order(EMAIL);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void should_keep_facts_in_their_order_with_time_and_delivery() {
    Delivery delivery = store.take("email");
    log(delivery, 30, new Note("server", "smtp:25"), new Note("answer", "a|b"));

    List<LogEntry> log = store.inspector().log(id);
    assertThat(log).extracting(LogEntry::fact).containsExactly("server", "answer");
    assertThat(log).extracting(LogEntry::value).containsExactly("smtp:25", "a|b");
    assertThat(log).allMatch(entry -> entry.delivery() == 1 && entry.task().equals(id));
    assertThat(log.get(0).at()).isBetween(delivery.order().createdAt(), store.inspector().now());
    assertThat(store.standing().task("1-email")).isEqualTo("PROGRESS #1 by w1, progress 30");
  }

  @Test
  void should_keep_what_was_logged_last_but_no_progress_once_the_delivery_has_ended() {
    Delivery delivery = store.take("email");
    store.succeed(delivery);
    log(delivery, 50, new Note("answer", "250"));

    assertThat(store.inspector().log(id)).hasSize(1);
    assertThat(store.standing().task("1-email")).isEqualTo("SUCCESS #1 by w1");
  }

  @Test
  void should_write_no_progress_where_only_something_was_logged() {
    Delivery delivery = store.take("email");
    log(delivery, null, new Note("server", "smtp:25"));

    assertThat(store.standing().task("1-email")).isEqualTo("STARTED #1 by w1");
    assertThat(store.inspector().log(id)).hasSize(1);
  }

  @Test
  void should_keep_the_newest_hundred() {
    Delivery delivery = store.take("email");
    for (int i = 0; i < 15; i++) {
      List<Note> notes = new ArrayList<>();
      for (int j = 0; j < 10; j++) {
        notes.add(new Note("n", Integer.toString(10 * i + j)));
      }
      log(delivery, null, notes.toArray(Note[]::new));
    }

    assertThat(store.inspector().log(id)).hasSize(100);
    assertThat(store.inspector().log(id).get(99).value()).isEqualTo("149");
  }

  @Test
  void should_log_nothing_of_what_was_never_delivered() {
    store.broker().progress("w1", List.of(new Report(id, 1, null, List.of(new Note("a", "b")))));
    TaskId unknown = new TaskId(99, "email");
    store
        .broker()
        .progress("w1", List.of(new Report(unknown, 1, null, List.of(new Note("a", "b")))));

    assertThat(store.raw().keys(store.keys().prefix() + "log:*")).isEmpty();
  }

  @Test
  void should_delete_the_log_with_its_order() {
    Delivery delivery = store.take("email");
    log(delivery, null, new Note("a", "b"));
    store.succeed(delivery);
    assertThat(store.raw().exists(store.keys().log(id))).isEqualTo(1);
    store.outlive(1);
    store.sweep("email");
    log(delivery, null, new Note("late", "c"));

    assertThat(store.raw().exists(store.keys().log(id))).isZero();
  }

  @Test
  void should_still_tell_progress_when_something_else_lies_in_the_logs_place() {
    Delivery delivery = store.take("email");
    store.raw().set(store.keys().log(id), "not a list");
    log(delivery, 30, new Note("a", "b"));

    assertThat(store.standing().task("1-email")).isEqualTo("PROGRESS #1 by w1, progress 30");
  }

  private void log(Delivery delivery, @Nullable Integer percent, Note... notes) {
    store
        .broker()
        .progress(
            "w1", List.of(new Report(delivery.id(), delivery.number(), percent, List.of(notes))));
  }
}
