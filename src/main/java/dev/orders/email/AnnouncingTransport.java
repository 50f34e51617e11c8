package dev.orders.email;

import dev.orders.queue.Attempt;
import dev.orders.queue.AttemptAbandonedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * Lets it be known that a letter is about to be sent, right before the line that ends it: as long
 * as that line has not gone out, a server sends nothing (RFC 5321, section 4.1.1.4).
 */
final class AnnouncingTransport extends SMTPTransport {

  private final Attempt attempt;
  private boolean announced;

  AnnouncingTransport(Session session, URLName name, Attempt attempt) {
    super(session, name);
    this.attempt = attempt;
  }

  /** An IOException makes the library close the connection without a further word. */
  @Override
  protected void finishData() throws IOException, MessagingException {
    try {
      attempt.effectBegins();
    } catch (AttemptAbandonedException | RuntimeException e) {
      throw new IOException(e);
    }
    announced = true;
    super.finishData();
  }

  /** True once the letter may have gone out. */
  boolean hasAnnounced() {
    return announced;
  }
}
