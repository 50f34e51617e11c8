package dev.orders.email;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which mail server to talk to, and how.
 *
 * @param host its name, which its certificate must carry
 * @param port 1 to 65535
 * @param security how the connection is protected
 * @param login who we are; null when the server asks for no login
 * @param timeout how long connecting, each read and each write may take, each on its own
 */
public record SmtpSettings(
    String host, int port, Security security, @Nullable Login login, Duration timeout) {

  /** How long a server may keep silent unless the URL says otherwise. */
  static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);

  /**
   * Reads {@code smtp://[user@]host[:port][?starttls=…&timeout=…]} or {@code smtps://…}. The port
   * is 25, or 465 for {@code smtps}; {@code starttls} is {@code required} (default with a user),
   * {@code optional} (default without) or {@code never}; {@code timeout} is in seconds, default 60.
   * What is special in a URL is percent-encoded, such as the {@code @} in a user's name as {@code
   * %40}.
   *
   * @param password belongs to the user of the URL; null takes the one in the URL, if there is one.
   *     Whether a URL may hold one is for the caller to decide, with {@link #holdsPassword}.
   * @throws IllegalArgumentException when the URL is wrong; its message does not repeat the URL
   */
  public static SmtpSettings parse(String url, @Nullable String password) {
    return SmtpUrl.of(url).settings(password);
  }

  /**
   * True when there is a password in the URL.
   *
   * @throws IllegalArgumentException when the URL is wrong; its message does not repeat the URL
   */
  public static boolean holdsPassword(String url) {
    return SmtpUrl.of(url).password() != null;
  }

  /** How a connection is protected. The server's certificate and name are always checked. */
  public enum Security {
    /** TLS from the first byte. */
    TLS,
    /** TLS after STARTTLS, and nothing without it. */
    STARTTLS,
    /** TLS after STARTTLS where the server offers it. */
    STARTTLS_IF_OFFERED,
    /** None. */
    NONE
  }

  /** A user's name and password. */
  public record Login(String user, String password) {

    /** Keeps the password to itself. */
    @Override
    public String toString() {
      return user + ":***";
    }
  }
}
