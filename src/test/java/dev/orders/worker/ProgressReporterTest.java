package dev.orders.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orders.queue.Broker;
import dev.orders.queue.TaskId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProgressReporterTest {

  private final List<List<Broker.Report>> calls = new CopyOnWriteArrayList<>();
  private final CountDownLatch open = new CountDownLatch(1);
  private final ProgressReporter reporter = new ProgressReporter("w1", new RecordingBroker());

  @AfterEach
  void stop() {
    open.countDown();
    reporter.stop();
  }

  @Test
  void should_write_the_newest_number_of_each_task_in_one_call() {
    for (int percent = 0; percent <= 100; percent += 10) {
      reporter.report(lease(1), percent);
      reporter.report(lease(2), percent / 2);
    }
    open.countDown();
    Actor.start("progress", reporter);
    await().until(() -> !calls.isEmpty());
    assertThat(calls.get(0)).containsExactlyInAnyOrder(report(1, 100), report(2, 50));
  }

  @Test
  void should_never_hold_up_a_handler_while_a_write_hangs() {
    Actor.start("progress", reporter);
    reporter.report(lease(1), 10);
    await().until(() -> calls.size() == 1);
    for (int i = 0; i < 1_000; i++) {
      reporter.report(lease(1), 20);
    }
    assertThat(calls).hasSize(1);
    open.countDown();
    await().untilAsserted(() -> assertThat(calls).contains(List.of(report(1, 20))));
  }

  @Test
  void should_go_on_after_a_write_that_failed() {
    Actor.start("progress", new ProgressReporter("w1", new StubBroker()));
    open.countDown();
    Actor.start("progress", reporter);
    reporter.report(lease(1), 500);
    reporter.report(lease(2), -1);
    await().until(() -> calls.stream().mapToInt(List::size).sum() == 2);
    assertThat(calls.stream().flatMap(List::stream))
        .containsExactlyInAnyOrder(report(1, 100), report(2, 0));
  }

  @Test
  void should_not_write_what_has_ended_meanwhile() {
    reporter.report(lease(1), 10);
    reporter.report(lease(2), 10);
    reporter.forget(lease(1));
    open.countDown();
    Actor.start("progress", reporter);
    await().until(() -> !calls.isEmpty());
    assertThat(calls.get(0)).containsExactly(report(2, 10));
  }

  @Test
  void should_write_what_was_logged_with_the_progress_and_after_the_end() {
    reporter.report(lease(1), 70);
    reporter.log(lease(1), "server", "smtp:25");
    reporter.log(lease(1), "status", 250);
    reporter.log(lease(2), "pages", 3);
    reporter.forget(lease(2));
    open.countDown();
    Actor.start("progress", reporter);
    await().until(() -> !calls.isEmpty());
    assertThat(calls.get(0))
        .containsExactlyInAnyOrder(
            logged(1, 70, new Broker.Note("server", "smtp:25"), new Broker.Note("status", "250")),
            logged(2, null, new Broker.Note("pages", "3")));
  }

  @Test
  void should_drop_what_is_too_much_to_log() {
    for (int i = 0; i < 1_000; i++) {
      reporter.log(lease(1), "a|b", "😀".repeat(i));
    }
    open.countDown();
    Actor.start("progress", reporter);
    await().until(() -> !calls.isEmpty());
    List<Broker.Note> notes = calls.get(0).get(0).notes();
    assertThat(notes).hasSize(20).allMatch(note -> note.fact().equals("a b"));
    reporter.log(lease(1), "long", "x" + "😀".repeat(150));
    await().until(() -> calls.size() == 2);
    assertThat(calls.get(1).get(0).notes().get(0).value()).isEqualTo("x" + "😀".repeat(99));
  }

  private static Broker.Report logged(long order, @Nullable Integer percent, Broker.Note... notes) {
    return new Broker.Report(new TaskId(order, "email"), 1, percent, List.of(notes));
  }

  private static Broker.Lease lease(long order) {
    return new Broker.Lease(new TaskId(order, "email"), 1);
  }

  private static Broker.Report report(long order, int percent) {
    return new Broker.Report(new TaskId(order, "email"), 1, percent);
  }

  private final class RecordingBroker extends StubBroker {
    @Override
    public void progress(String worker, List<Report> reports) {
      calls.add(reports);
      try {
        open.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (calls.size() == 1) {
        throw down();
      }
    }
  }
}
