package dev.orders.email;

import dev.orders.queue.PermanentFailureException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * Tells what went wrong with a letter: a reply of 5xx is the server's last word, 4xx and every
 * trouble with the connection may pass (RFC 5321, section 4.2.1). Servers like to repeat the
 * address in their replies, so addresses are masked, and causes, which carry them too, left out.
 */
final class SmtpFailure {

  private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"'(),;:]+@[^\\s<>\"'(),;:]+");
  private static final int LONGEST = 200;

  private final String server;
  private final Pattern local;

  SmtpFailure(SmtpSettings settings, InternetAddress recipient) {
    this.server = "mail server " + settings.host() + ":" + settings.port();
    String address = recipient.getAddress();
    String user = Pattern.quote(address.substring(0, address.lastIndexOf('@')));
    this.local = Pattern.compile("(?i)(?<!\\w)" + user + "(?!\\w)");
  }

  /** A final failure or one to be retried, to be thrown. */
  Exception explain(SMTPTransport transport, MessagingException trouble) {
    int code = transport.getLastReturnCode();
    boolean refused = code >= 400 && code <= 599;
    if (!refused) {
      return new IOException(server + ": " + masked(rootMessage(trouble)));
    }
    String reply = server + " answered " + masked(transport.getLastServerResponse());
    return code >= 500 ? new PermanentFailureException(reply) : new IOException(reply);
  }

  private String masked(String text) {
    String line = ADDRESS.matcher(CleanText.line(text)).replaceAll("***");
    return CleanText.line(local.matcher(line).replaceAll("***"), LONGEST);
  }

  private static String rootMessage(Throwable trouble) {
    Throwable root = trouble;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return message == null ? root.getClass().getSimpleName() : message;
  }
}
