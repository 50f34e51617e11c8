package dev.orders.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orders.queue.AttemptAbandonedException;
import dev.orders.queue.Delivery.Effect;
import dev.orders.queue.PermanentFailureException;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A letter whose sending is interrupted between its end and the server's answer. */
@Timeout(60)
class SmtpUncertainTest {

  private static final String URL = "smtp://localhost:%d?starttls=never&timeout=1";

  @Test
  void should_tell_right_before_the_end_of_the_letter_when_it_holds() throws Exception {
    RecordedAttempt attempt = Samples.attempt(false);

    send(Map.of(), OnUncertain.HOLD, attempt);

    assertThat(attempt.calls()).containsExactly("before", "begins", "done");
  }

  @Test
  void should_hold_a_letter_when_the_answer_does_not_come() {
    RecordedAttempt attempt = Samples.attempt(false);

    assertThatThrownBy(() -> send(Map.of(".", ""), OnUncertain.HOLD, attempt))
        .isInstanceOf(PermanentFailureException.class)
        .hasMessageContaining("may have gone out")
        .hasMessageContaining("--on-uncertain");

    assertThat(attempt.calls()).containsExactly("before", "begins");
  }

  @Test
  void should_hold_a_letter_that_an_earlier_delivery_may_have_sent() {
    RecordedAttempt attempt = Samples.attempt(Effect.BEGUN);

    assertThatThrownBy(() -> send(Map.of("CONNECT", "500 nobody calls"), OnUncertain.HOLD, attempt))
        .isInstanceOf(PermanentFailureException.class)
        .hasMessageContaining("may have gone out");

    assertThat(attempt.calls()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"451 later", "554 never"})
  void should_not_be_uncertain_when_the_server_refuses_the_letter(String reply) {
    RecordedAttempt attempt = Samples.attempt(false);

    assertThatThrownBy(() -> send(Map.of(".", reply), OnUncertain.HOLD, attempt))
        .hasMessageContaining("answered " + reply.substring(0, 3));

    assertThat(attempt.calls()).containsExactly("before", "begins", "failed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONNECT", "MAIL", "RCPT", "DATA"})
  void should_not_be_uncertain_before_the_end_of_the_letter(String command) {
    RecordedAttempt attempt = Samples.attempt(false);

    assertThatThrownBy(() -> send(Map.of(command, ""), OnUncertain.HOLD, attempt))
        .isInstanceOf(IOException.class);

    assertThat(attempt.calls()).doesNotContain("begins");
  }

  @Test
  void should_not_end_the_letter_when_the_task_is_lost_while_it_is_on_its_way() throws Exception {
    try (ScriptedServer server = new ScriptedServer(Map.of(".", ""))) {
      RecordedAttempt attempt = Samples.attempt(false).lostLate();

      assertThatThrownBy(
              () ->
                  new SmtpMailer(server.settings(URL), OnUncertain.HOLD)
                      .deliver(Samples.letter(), attempt))
          .isInstanceOf(AttemptAbandonedException.class);

      assertThat(server.silent().getCount()).as("the end never came").isEqualTo(1);
    }
  }

  @Test
  void should_try_again_and_tell_nothing_when_it_resends() throws Exception {
    RecordedAttempt attempt = Samples.attempt(false);

    assertThatThrownBy(() -> send(Map.of(".", ""), OnUncertain.RESEND, attempt))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("Read timed out");
    assertThat(attempt.calls()).containsExactly("before");

    RecordedAttempt later = Samples.attempt(Effect.BEGUN);
    send(Map.of(), OnUncertain.RESEND, later);
    assertThat(later.calls()).containsExactly("before", "done");
  }

  private static void send(
      Map<String, String> replies, OnUncertain onUncertain, RecordedAttempt attempt)
      throws Exception {
    try (ScriptedServer server = new ScriptedServer(replies)) {
      new SmtpMailer(server.settings(URL), onUncertain).deliver(Samples.letter(), attempt);
    }
  }
}
