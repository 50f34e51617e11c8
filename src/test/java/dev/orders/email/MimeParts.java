package dev.orders.email;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;

/** Takes a received letter apart again, with line ends as the letter had them. */
final class MimeParts {

  private MimeParts() {}

  static String text(MimeMessage message) throws MessagingException, IOException {
    return part(message, 0);
  }

  static String html(MimeMessage message) throws MessagingException, IOException {
    return part(message, 1);
  }

  private static String part(MimeMessage message, int index)
      throws MessagingException, IOException {
    MimeMultipart parts = (MimeMultipart) message.getContent();
    return ((String) parts.getBodyPart(index).getContent()).replace("\r\n", "\n");
  }
}
