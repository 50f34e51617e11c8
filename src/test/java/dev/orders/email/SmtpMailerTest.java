package dev.orders.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.orders.queue.AttemptAbandonedException;
import dev.orders.queue.PermanentFailureException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a GreenMail server in the clear. */
class SmtpMailerTest {

  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void should_hand_a_letter_over_as_it_was_written() throws Exception {
    RecordedAttempt attempt = Samples.attempt(false);

    Map<String, String> facts = mailer("", null).deliver(Samples.letter(), attempt);

    MimeMessage received = onlyMessage();
    assertThat(received.getSubject()).isEqualTo("김민수님, 주문이 접수되었습니다");
    assertThat(received.getHeader("Message-ID"))
        .containsExactly("<17-email.0123456789ab@shop.example>");
    assertThat(received.getHeader("Date")).containsExactly("Fri, 6 Mar 2026 08:30:15 +0900");
    InternetAddress to = (InternetAddress) received.getAllRecipients()[0];
    assertThat(to.getPersonal()).isEqualTo("김민수");
    assertThat(MimeParts.text(received)).isEqualTo("안녕하세요.\n\n.\nDot\n");
    assertThat(facts).isEqualTo(Map.of("message_id", "<17-email.0123456789ab@shop.example>"));
  }

  @Test
  void should_ask_before_and_mark_after_sending() throws Exception {
    RecordedAttempt attempt = Samples.attempt(false);

    mailer("", null).deliver(Samples.letter(), attempt);

    assertThat(attempt.calls()).containsExactly("before", "done");
  }

  @Test
  void should_not_send_a_letter_that_was_sent_before() throws Exception {
    RecordedAttempt attempt = Samples.attempt(true);

    Map<String, String> facts = mailer("", null).deliver(Samples.letter(), attempt);

    assertThat(server.getReceivedMessages()).isEmpty();
    assertThat(attempt.calls()).isEmpty();
    assertThat(facts).containsKey("message_id");
  }

  @Test
  void should_not_send_when_the_task_is_no_longer_its_own() {
    RecordedAttempt attempt = Samples.attempt(false).abandoned();

    assertThatThrownBy(() -> mailer("", null).deliver(Samples.letter(), attempt))
        .isInstanceOf(AttemptAbandonedException.class);

    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void should_log_in() throws Exception {
    server.getUserManager().createUser("shop@mail.example", "shop@mail.example", "s3cret:ü");
    server.getUserManager().setAuthRequired(true);

    mailer("shop%40mail.example@", "s3cret:ü").deliver(Samples.letter(), Samples.attempt(false));

    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void should_give_up_at_once_when_the_login_is_refused() {
    RecordedAttempt attempt = Samples.attempt(false);

    assertThatThrownBy(() -> mailer("nobody@", "wrong").deliver(Samples.letter(), attempt))
        .isInstanceOf(PermanentFailureException.class)
        .hasMessageContaining(" answered 535")
        .hasMessageNotContaining("wrong");

    assertThat(attempt.calls()).isEmpty();
  }

  private SmtpMailer mailer(String user, String password) {
    int port = server.getSmtp().getPort();
    String url = "smtp://" + user + "127.0.0.1:" + port + "?starttls=never&timeout=10";
    return new SmtpMailer(SmtpSettings.parse(url, password), OnUncertain.RESEND);
  }

  private MimeMessage onlyMessage() {
    assertThat(server.getReceivedMessages()).hasSize(1);
    return server.getReceivedMessages()[0];
  }
}
