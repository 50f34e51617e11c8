package dev.orders.email;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that takes the connection and then says nothing. */
@Timeout(20)
class SmtpStallTest {

  @ParameterizedTest
  @ValueSource(strings = {"CONNECT", "."})
  void should_lose_patience_with_a_silent_server(String command) throws Exception {
    try (ScriptedServer server = new ScriptedServer(Map.of(command, ""))) {
      assertThatThrownBy(() -> send(server, 1, Samples.attempt(false)))
          .isInstanceOf(IOException.class)
          .hasMessageEndingWith("Read timed out");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONNECT", "MAIL", "."})
  void should_end_at_once_when_cancelled_while_the_server_is_silent(String command)
      throws Exception {
    try (ScriptedServer server = new ScriptedServer(Map.of(command, ""))) {
      RecordedAttempt attempt = Samples.attempt(false);
      CompletableFuture<Void> sending =
          CompletableFuture.runAsync(() -> sendUnchecked(server, attempt));
      assertThat(server.silent().await(10, SECONDS)).isTrue();

      attempt.cancel();

      assertThatThrownBy(() -> sending.get(10, SECONDS)).isInstanceOf(ExecutionException.class);
      assertThat(attempt.calls()).doesNotContain("done");
    }
  }

  @Test
  void should_not_connect_when_cancelled_before() throws Exception {
    Wire wire = new Wire();
    wire.cut();

    assertThatThrownBy(wire::createSocket).hasMessageContaining("cancelled");
  }

  private static void send(ScriptedServer server, int seconds, RecordedAttempt attempt)
      throws Exception {
    new SmtpMailer(server.settings(seconds)).deliver(Samples.letter(), attempt);
  }

  private static void sendUnchecked(ScriptedServer server, RecordedAttempt attempt) {
    try {
      send(server, 60, attempt);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
