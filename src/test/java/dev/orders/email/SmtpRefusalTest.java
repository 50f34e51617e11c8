package dev.orders.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orders.queue.PermanentFailureException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** What becomes of a letter that the server does not take. */
class SmtpRefusalTest {

  @ParameterizedTest
  @ValueSource(strings = {"CONNECT", "MAIL", "RCPT", "DATA", "."})
  void should_give_up_when_the_server_refuses_for_good(String command) throws Exception {
    try (ScriptedServer server = new ScriptedServer(Map.of(command, "550 5.7.1 not here"))) {
      RecordedAttempt attempt = Samples.attempt(false);

      assertThatThrownBy(() -> send(server, attempt))
          .isInstanceOf(PermanentFailureException.class)
          .hasMessageEndingWith(" answered 550 5.7.1 (security or policy)");

      assertThat(attempt.calls()).doesNotContain("done");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONNECT", "MAIL", "RCPT", "DATA", "."})
  void should_try_again_when_the_server_cannot_now(String command) throws Exception {
    try (ScriptedServer server = new ScriptedServer(Map.of(command, "451 4.3.0 later"))) {
      RecordedAttempt attempt = Samples.attempt(false);

      assertThatThrownBy(() -> send(server, attempt))
          .isInstanceOf(IOException.class)
          .hasMessageEndingWith(" answered 451 4.3.0 (mail system)");

      assertThat(attempt.calls()).doesNotContain("done");
    }
  }

  @Test
  void should_repeat_nothing_of_a_reply_but_its_codes() throws Exception {
    String reply = "550-5.1.1 <kim.minsu@mail.example>: unknown\r\n550 no user Kim.Minsu here";
    try (ScriptedServer server = new ScriptedServer(Map.of("RCPT", reply))) {
      assertThatThrownBy(() -> send(server, Samples.attempt(false)))
          .hasMessageEndingWith(" answered 550 5.1.1 (address)")
          .hasNoCause();
    }
  }

  @Test
  void should_understand_a_real_server_that_refuses() throws Exception {
    for (int code : List.of(451, 550)) {
      SMTPServer server =
          SMTPServer.port(0)
              .bindAddress(InetAddress.getLoopbackAddress())
              .messageHandler(
                  (context, from, to, data) -> {
                    throw new RejectException(code, "no");
                  })
              .build();
      server.start();
      try {
        SmtpSettings settings =
            SmtpSettings.parse("smtp://localhost:" + server.getPortAllocated(), null);
        assertThatThrownBy(
                () ->
                    new SmtpMailer(settings, OnUncertain.RESEND)
                        .deliver(Samples.letter(), Samples.attempt(false)))
            .isInstanceOf(code == 550 ? PermanentFailureException.class : IOException.class)
            .hasMessageEndingWith(" answered " + code);
      } finally {
        server.stop();
      }
    }
  }

  @Test
  void should_try_again_when_nobody_listens() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    SmtpSettings settings = SmtpSettings.parse("smtp://localhost:" + port, null);

    assertThatThrownBy(
            () ->
                new SmtpMailer(settings, OnUncertain.RESEND)
                    .deliver(Samples.letter(), Samples.attempt(false)))
        .isInstanceOf(IOException.class)
        .hasMessage("mail server localhost:" + port + ": Connection refused");
  }

  private static void send(ScriptedServer server, RecordedAttempt attempt) throws Exception {
    new SmtpMailer(server.settings("smtp://localhost:%d?timeout=10"), OnUncertain.RESEND)
        .deliver(Samples.letter(), attempt);
  }
}
