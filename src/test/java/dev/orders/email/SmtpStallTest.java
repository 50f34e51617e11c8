package dev.orders.email;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server that takes the connection and then says nothing. In a thread of its own, for JUnit ends
 * a test that takes too long by an interrupt, and that ends no read.
 */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class SmtpStallTest {

  private static SSLContext machine;

  @BeforeAll
  static void rememberTrust() throws Exception {
    machine = SSLContext.getDefault();
  }

  @AfterEach
  void restoreTrust() {
    SSLContext.setDefault(machine);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONNECT", "."})
  void should_lose_patience_with_a_silent_server(String command) throws Exception {
    try (ScriptedServer server = new ScriptedServer(Map.of(command, ""))) {
      assertThatThrownBy(
              () -> send(server.settings("smtp://localhost:%d?timeout=1"), Samples.attempt(false)))
          .isInstanceOf(IOException.class)
          .hasMessageEndingWith("Read timed out");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONNECT", "MAIL", "."})
  void should_end_at_once_when_cancelled_while_the_server_is_silent(String command)
      throws Exception {
    try (ScriptedServer server = new ScriptedServer(Map.of(command, ""))) {
      assertEndsWhenCancelled(server, "smtp://localhost:%d");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONNECT", "MAIL"})
  void should_end_at_once_when_cancelled_under_tls(String command) throws Exception {
    SSLContext tls = SelfSigned.forHost("localhost").context();
    ServerSocketFactory sockets = tls.getServerSocketFactory();
    SSLContext.setDefault(tls);
    try (ScriptedServer server = new ScriptedServer(Map.of(command, ""), sockets)) {
      assertEndsWhenCancelled(server, "smtps://localhost:%d");
    }
  }

  @Test
  void should_end_at_once_when_cancelled_while_tls_is_agreed_on() throws Exception {
    try (ScriptedServer server = new ScriptedServer(Map.of("CONNECT", ""))) {
      assertEndsWhenCancelled(server, "smtps://localhost:%d");
    }
  }

  @Test
  void should_not_send_when_cancelled_before_it_connects() throws Exception {
    try (ScriptedServer server = new ScriptedServer(Map.of())) {
      RecordedAttempt attempt = Samples.attempt(false).cancelledBefore();

      assertThatThrownBy(() -> send(server.settings("smtp://localhost:%d"), attempt))
          .isInstanceOf(IOException.class)
          .hasMessageEndingWith("cancelled before the connection was made");

      assertThat(attempt.calls()).isEmpty();
    }
  }

  private static void assertEndsWhenCancelled(ScriptedServer server, String url) throws Exception {
    RecordedAttempt attempt = Samples.attempt(false);
    CompletableFuture<Void> sending =
        CompletableFuture.runAsync(() -> sendUnchecked(server.settings(url), attempt));
    assertThat(server.silent().await(10, SECONDS)).isTrue();

    attempt.cancel();

    assertThatThrownBy(() -> sending.get(10, SECONDS)).isInstanceOf(ExecutionException.class);
    assertThat(attempt.calls()).doesNotContain("done");
  }

  private static void send(SmtpSettings settings, RecordedAttempt attempt) throws Exception {
    new SmtpMailer(settings, OnUncertain.RESEND).deliver(Samples.letter(), attempt);
  }

  private static void sendUnchecked(SmtpSettings settings, RecordedAttempt attempt) {
    try {
      send(settings, attempt);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
