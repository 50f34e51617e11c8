package dev.orders.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orders.queue.PermanentFailureException;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** Against a SubEtha server that talks TLS, after STARTTLS or from the start. */
class SmtpTlsTest {

  private static SSLContext machine;
  private static SSLContext localhost;
  private static SSLContext elsewhere;

  private final List<String> received = new CopyOnWriteArrayList<>();
  private SMTPServer server;

  @BeforeAll
  static void makeCertificates() throws Exception {
    machine = SSLContext.getDefault();
    localhost = SelfSigned.forHost("localhost").context();
    elsewhere = SelfSigned.forHost("elsewhere.example").context();
  }

  @AfterEach
  void stop() {
    server.stop();
    SSLContext.setDefault(machine);
  }

  @Test
  void should_send_over_starttls_and_log_in() throws Exception {
    start(
        base().requireTLS().startTlsSocketFactory(localhost).authenticationHandlerFactory(login()));
    SSLContext.setDefault(localhost);

    send("smtp://shop@localhost:%d", "s3cret");

    assertThat(received).containsExactly("kim.minsu@mail.example");
  }

  @Test
  void should_send_over_tls() throws Exception {
    start(base().serverSocketFactory(localhost));
    SSLContext.setDefault(localhost);

    send("smtps://localhost:%d", null);

    assertThat(received).containsExactly("kim.minsu@mail.example");
  }

  @Test
  void should_use_starttls_where_it_is_offered() throws Exception {
    start(base().requireTLS().startTlsSocketFactory(localhost));
    SSLContext.setDefault(localhost);

    send("smtp://localhost:%d", null);

    assertThat(received).hasSize(1);
  }

  @Test
  void should_not_log_in_where_starttls_is_not_offered() {
    start(base().authenticationHandlerFactory(login()));

    assertThatThrownBy(() -> send("smtp://shop@localhost:%d", "s3cret"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("does not support STARTTLS");

    assertThat(received).isEmpty();
  }

  @Test
  void should_refuse_a_certificate_that_nobody_vouches_for() {
    start(base().enableTLS().startTlsSocketFactory(localhost));

    assertThatThrownBy(() -> send("smtp://localhost:%d?starttls=required", null))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("certification path");

    assertThat(received).isEmpty();
  }

  @Test
  void should_refuse_the_certificate_of_another_host_after_starttls() {
    start(base().enableTLS().startTlsSocketFactory(elsewhere));
    SSLContext.setDefault(elsewhere);

    assertThatThrownBy(() -> send("smtp://localhost:%d?starttls=required", null))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("localhost");

    assertThat(received).isEmpty();
  }

  @Test
  void should_refuse_the_certificate_of_another_host_over_tls() {
    start(base().serverSocketFactory(elsewhere));
    SSLContext.setDefault(elsewhere);

    assertThatThrownBy(() -> send("smtps://localhost:%d", null))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("localhost");

    assertThat(received).isEmpty();
  }

  @Test
  void should_give_up_at_once_when_the_server_insists_on_tls() {
    start(base().requireTLS().startTlsSocketFactory(localhost));

    assertThatThrownBy(() -> send("smtp://localhost:%d?starttls=never", null))
        .isInstanceOf(PermanentFailureException.class)
        .hasMessageContaining(" answered 530");
  }

  private SMTPServer.Builder base() {
    return SMTPServer.port(0)
        .bindAddress(InetAddress.getLoopbackAddress())
        .messageHandler((context, from, to, data) -> received.add(to));
  }

  private void start(SMTPServer.Builder builder) {
    server = builder.build();
    server.start();
  }

  private void send(String url, String password) throws Exception {
    SmtpSettings settings = SmtpSettings.parse(url.formatted(server.getPortAllocated()), password);
    new SmtpMailer(settings, OnUncertain.RESEND).deliver(Samples.letter(), Samples.attempt(false));
  }

  private static EasyAuthenticationHandlerFactory login() {
    return new EasyAuthenticationHandlerFactory(
        (user, password, context) -> {
          if (!user.equals("shop") || !password.equals("s3cret")) {
            throw new LoginFailedException();
          }
        });
  }
}
