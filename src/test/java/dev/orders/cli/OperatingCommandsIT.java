package dev.orders.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does by hand: {@code cancel}, {@code retry}, {@code update}, {@code pause}. */
class OperatingCommandsIT {

  @TempDir Path directory;

  private TestConsole console;

  @BeforeEach
  void submit() {
    console = TestConsole.onRedis(directory);
    console.input(Sample.order("Hong")).expect(0, "submit", "-");
  }

  @Test
  void should_pause_and_resume_queues_and_show_how_they_stand() {
    assertThat(console.expect(0, "pause", "shipping", "email", "-o", "jsonl").lines())
        .hasSize(2)
        .allMatch(line -> line.contains("\"paused\":true"));
    assertThat(console.expect(0, "queues", "-o", "jsonl").lines())
        .filteredOn(line -> line.contains("\"paused\":true"))
        .hasSize(2);
    assertThat(console.expect(0, "resume", "shipping", "email", "-o", "jsonl").lines())
        .hasSize(2)
        .allMatch(line -> line.contains("\"paused\":false"));
  }

  @Test
  void should_pause_nothing_when_one_of_the_queues_is_unknown() {
    console.expect(4, "pause", "shipping", "mail");

    assertThat(console.err()).contains("there is no queue \"mail\"; the queues are email");
    assertThat(console.expect(0, "queues", "-o", "json")).doesNotContain("\"paused\":true");
  }

  @Test
  void should_say_what_the_present_state_does_not_allow() {
    console.expect(7, "retry", "1-email");
    assertThat(console.out()).contains("1-email  refused  PENDING");
    assertThat(console.err())
        .isEqualTo(
            "orders: 1-email is PENDING, which does not allow this; it was left as it is.\n");

    console.expect(0, "cancel", "1");
    console.expect(7, "update", "1", "--status", "shipped");
    assertThat(console.err()).contains("order 1 is cancelled and cannot become shipped");
  }

  @Test
  void should_name_the_statuses_that_there_are() {
    console.expect(2, "update", "1", "--status", "lost");

    assertThat(console.err())
        .contains("\"lost\" is none of pending, confirmed, shipped, delivered, cancelled.");
    console.expect(0, "update", "1", "--status", "Shipped", "-o", "id");
    assertThat(console.out()).isEqualTo("1-status-1\n");
  }
}
