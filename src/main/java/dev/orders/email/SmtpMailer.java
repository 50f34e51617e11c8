package dev.orders.email;

import dev.orders.queue.Attempt;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * Hands each letter to an SMTP server, over a connection of its own. The server's 250 is final, so
 * the mark that the letter was sent follows at once, and a letter that has the mark is not sent
 * again. Should the process die between the two, the customer gets the letter twice, under the same
 * {@code Message-ID}. When the task is cancelled, the socket is closed under the conversation.
 *
 * <p>The fact: {@code message_id}.
 */
public final class SmtpMailer implements Mailer {

  private final SmtpSettings settings;

  /** Talks to the server that the settings name. */
  public SmtpMailer(SmtpSettings settings) {
    this.settings = settings;
  }

  @Override
  public Map<String, String> deliver(Letter letter, Attempt attempt) throws Exception {
    if (!attempt.delivery().effectDone()) {
      Wire wire = new Wire();
      attempt.onCancel(wire::cut);
      send(letter, attempt, transport(wire));
    }
    return Map.of("message_id", letter.messageId());
  }

  private void send(Letter letter, Attempt attempt, SMTPTransport transport) throws Exception {
    try {
      MimeLetter message = new MimeLetter(letter);
      attempt.log("server", settings.host() + ":" + settings.port());
      connect(transport);
      attempt.beforeEffect();
      transport.sendMessage(message, new Address[] {letter.to()});
      attempt.effectDone();
      attempt.log("message_id", letter.messageId());
    } catch (MessagingException e) {
      throw new SmtpFailure(settings, letter.to()).explain(transport, e);
    } finally {
      hangUp(transport);
    }
  }

  private SMTPTransport transport(Wire wire) {
    Session session = Session.getInstance(SmtpProperties.of(settings, wire));
    return new SMTPTransport(session, new URLName("smtp", null, -1, null, null, null));
  }

  private void connect(SMTPTransport transport) throws MessagingException {
    SmtpSettings.@Nullable Login login = settings.login();
    transport.connect(
        settings.host(),
        settings.port(),
        login == null ? null : login.user(),
        login == null ? null : login.password());
  }

  private static void hangUp(SMTPTransport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      // What was to be done is done or has failed already; a lost farewell changes neither.
      return;
    }
  }
}
