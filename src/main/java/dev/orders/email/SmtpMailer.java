package dev.orders.email;

import dev.orders.queue.Attempt;
import dev.orders.queue.AttemptAbandonedException;
import dev.orders.queue.Delivery.Effect;
import dev.orders.queue.PermanentFailureException;
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
 * again. Should the process die, or the connection, between the letter's end and the mark, nobody
 * knows whether it has gone out: {@link OnUncertain} decides. When the task is cancelled, the
 * socket is closed under the conversation.
 *
 * <p>The fact: {@code message_id}.
 */
public final class SmtpMailer implements Mailer {

  private static final URLName SMTP = new URLName("smtp", null, -1, null, null, null);
  private static final String HELD =
      "the sending was interrupted before the mail server had answered, so the letter may have gone"
          + " out; held as --on-uncertain says (\"orders retry\" sends it again)";

  private final SmtpSettings settings;
  private final boolean holds;

  /** Talks to the server that the settings name. */
  public SmtpMailer(SmtpSettings settings, OnUncertain onUncertain) {
    this.settings = settings;
    this.holds = onUncertain == OnUncertain.HOLD;
  }

  @Override
  public Map<String, String> deliver(Letter letter, Attempt attempt) throws Exception {
    Effect effect = attempt.delivery().effect();
    if (effect == Effect.BEGUN && holds) {
      throw new PermanentFailureException(HELD);
    }
    if (effect != Effect.DONE) {
      Wire wire = new Wire();
      attempt.onCancel(wire::cut);
      send(letter, attempt, transport(wire, attempt));
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
      throw failure(letter, attempt, transport, e);
    } finally {
      hangUp(transport);
    }
  }

  private Exception failure(
      Letter letter, Attempt attempt, SMTPTransport transport, MessagingException trouble) {
    if (abandoned(trouble) instanceof AttemptAbandonedException abandoned) {
      return abandoned;
    }
    SmtpFailure failure = new SmtpFailure(settings, letter.to());
    if (transport instanceof AnnouncingTransport announcing && announcing.hasAnnounced()) {
      if (!SmtpFailure.isRefusal(transport)) {
        return new PermanentFailureException(HELD);
      }
      attempt.effectFailed();
    }
    return failure.explain(transport, trouble);
  }

  private static @Nullable Throwable abandoned(MessagingException trouble) {
    Throwable cause = trouble.getCause();
    return cause == null ? null : cause.getCause();
  }

  private SMTPTransport transport(Wire wire, Attempt attempt) {
    Session session = Session.getInstance(SmtpProperties.of(settings, wire));
    return holds
        ? new AnnouncingTransport(session, SMTP, attempt)
        : new SMTPTransport(session, SMTP);
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
