package dev.orders.email;

import dev.orders.queue.PermanentFailureException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * Tells what went wrong with a letter: a reply of 5xx is the server's last word, 4xx and every
 * trouble with the connection may pass (RFC 5321, section 4.2.1).
 *
 * <p>Of a reply only its codes are told, and what they are about (RFC 3463, section 3.1): servers
 * like to repeat addresses, names and subjects in their words. The server's own log has those.
 * Where there was no reply, addresses are masked; causes, which carry them too, are left out.
 */
final class SmtpFailure {

  private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"'(),;:]+@[^\\s<>\"'(),;:]+");
  private static final Pattern CODES =
      Pattern.compile("[0-9]{3}(?:[ -]+([245]\\.([0-9]{1,3})\\.[0-9]{1,3})(?![0-9.]))?");
  private static final Map<String, String> SUBJECTS =
      Map.of(
          "1", "address",
          "2", "mailbox",
          "3", "mail system",
          "4", "network or routing",
          "5", "protocol",
          "6", "content",
          "7", "security or policy");
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
    if (!isRefusal(transport)) {
      return new IOException(server + ": " + masked(rootMessage(trouble)));
    }
    String reply = server + " answered " + code + meaning(transport.getLastServerResponse());
    return code >= 500 ? new PermanentFailureException(reply) : new IOException(reply);
  }

  /** {@code 5.1.1 (address)}; empty when the server uses no such codes. */
  private static String meaning(String reply) {
    Matcher codes = CODES.matcher(reply);
    if (!codes.lookingAt() || codes.group(1) == null) {
      return "";
    }
    return " %s (%s)".formatted(codes.group(1), SUBJECTS.getOrDefault(codes.group(2), "other"));
  }

  /** True when the server has said no; false when it has said nothing. */
  static boolean isRefusal(SMTPTransport transport) {
    int code = transport.getLastReturnCode();
    return code >= 400 && code <= 599;
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
