package dev.orders.email;

import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A letter in the form of RFC 5322 and MIME. Where the library would put in a random number or the
 * time of day, this puts in what the letter brings along, so that its bytes are always the same.
 */
final class MimeLetter extends MimeMessage {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

  private final String messageId;

  MimeLetter(Letter letter) throws MessagingException {
    super((Session) null);
    this.messageId = letter.messageId();
    setFrom(letter.from());
    setRecipient(RecipientType.TO, letter.to());
    setSubject(letter.subject(), UTF_8);
    setHeader("Date", DATE.format(letter.date()));
    // Keeps vacation replies from answering, RFC 3834.
    setHeader("Auto-Submitted", "auto-generated");
    setContent(new Alternative(letter));
    saveChanges();
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }

  /** The same words in two forms, the one to be preferred last, as RFC 2046 asks. */
  private static final class Alternative extends MimeMultipart {

    Alternative(Letter letter) throws MessagingException {
      super("alternative", part(letter.body().text(), "plain"), part(letter.body().html(), "html"));
      // An equals sign and an underscore next to each other are in no quoted-printable or base64.
      this.contentType = "multipart/alternative; boundary=\"=_" + letter.name() + "\"";
    }

    private static BodyPart part(String text, String subtype) throws MessagingException {
      MimeBodyPart part = new MimeBodyPart();
      part.setText(text.replace("\n", "\r\n"), UTF_8, subtype);
      return part;
    }
  }
}
