package dev.orders.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.app.Services;
import dev.orders.app.Settings;
import dev.orders.app.Variables;
import dev.orders.queue.EventFeed;
import dev.orders.queue.EventFeed.Event;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventLinesTest {

  private static final Variables ENGLISH =
      Variables.of(Map.of("ORDERS_LOCALE", "en"), Path.of("target"));

  @ParameterizedTest
  @CsvSource({
    "1-email, SUCCESS, The confirmation e-mail is done",
    "1-notice, PROGRESS, The shipping notice is done",
    "1-invoice, SUCCESS, The invoice is ready",
    "'', shipped, The order has been shipped",
    "1-email, ASTRAY, ASTRAY",
    "no-task, STARTED, Started",
    "'', astray, astray"
  })
  void should_say_what_it_knows_and_repeat_what_it_does_not(
      String task, String state, String status) {
    assertThat(status(task, state)).isEqualTo(status);
  }

  @Test
  void should_tell_of_a_repair_by_an_audit() {
    assertThat(status("1-email", EventFeed.REPAIRED)).isEqualTo("Put right by an audit");
    assertThat(status("0", EventFeed.REPAIRED)).isEqualTo("Put right by an audit");
  }

  private static String status(String task, String state) {
    try (Services services = new Services(new Settings(ENGLISH))) {
      Event event = new Event(Instant.EPOCH, 1, task, state, 100, null);
      return new EventLines(services).rows(event).get(0).get(4);
    }
  }
}
