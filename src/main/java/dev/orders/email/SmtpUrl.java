package dev.orders.email;

import dev.orders.email.SmtpSettings.Login;
import dev.orders.email.SmtpSettings.Security;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The URL of a mail server, taken apart. No message of its exceptions repeats a part of it. */
record SmtpUrl(
    boolean tls,
    String host,
    int port,
    @Nullable String user,
    @Nullable String password,
    Map<String, String> options) {

  private static final String SHAPE = "write it as smtp://[user@]host[:port] or smtps://…";

  static SmtpUrl of(String url) {
    URI uri = uri(url);
    boolean tls = "smtps".equalsIgnoreCase(uri.getScheme());
    boolean known = tls || "smtp".equalsIgnoreCase(uri.getScheme());
    boolean hasPath = uri.getRawPath() != null && uri.getRawPath().length() > 1;
    if (!known || uri.getHost() == null || hasPath || uri.getRawFragment() != null) {
      throw new IllegalArgumentException("not the URL of a mail server: " + SHAPE);
    }
    String[] user =
        uri.getRawUserInfo() == null ? new String[0] : uri.getRawUserInfo().split(":", 2);
    return new SmtpUrl(
        tls,
        uri.getHost().replaceAll("[\\[\\]]", ""),
        port(uri, tls),
        user.length > 0 ? decoded(user[0]) : null,
        user.length > 1 ? decoded(user[1]) : null,
        options(uri.getRawQuery()));
  }

  SmtpSettings settings(@Nullable String givenPassword) {
    String secret = givenPassword == null ? password : givenPassword;
    return new SmtpSettings(host, port, security(), login(secret), timeout());
  }

  private @Nullable Login login(@Nullable String secret) {
    if (user == null && secret == null) {
      return null;
    }
    if (user == null || user.isEmpty()) {
      throw new IllegalArgumentException("the mail server has a password but no user in its URL");
    }
    if (secret == null || secret.isEmpty()) {
      throw new IllegalArgumentException("the mail server has a user in its URL but no password");
    }
    return new Login(user, secret);
  }

  private Security security() {
    if (tls) {
      return Security.TLS;
    }
    String starttls = options.getOrDefault("starttls", user == null ? "optional" : "required");
    return switch (starttls) {
      case "required" -> Security.STARTTLS;
      case "optional" -> Security.STARTTLS_IF_OFFERED;
      case "never" -> Security.NONE;
      default -> throw new IllegalArgumentException("starttls is required, optional or never");
    };
  }

  private Duration timeout() {
    String seconds = options.get("timeout");
    if (seconds == null) {
      return SmtpSettings.DEFAULT_TIMEOUT;
    }
    if (!seconds.matches("[1-9][0-9]{0,3}")) {
      throw new IllegalArgumentException("timeout is a number of seconds, 1 to 9999");
    }
    return Duration.ofSeconds(Integer.parseInt(seconds));
  }

  private static URI uri(String url) {
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      // Without the cause, whose message repeats the URL and a password in it.
      throw new IllegalArgumentException(
          "not a URL: " + SHAPE + ", other characters percent-encoded (@ as %40)");
    }
  }

  private static int port(URI uri, boolean tls) {
    int port = uri.getPort() == -1 ? (tls ? 465 : 25) : uri.getPort();
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("a port is 1 to 65535");
    }
    return port;
  }

  private static Map<String, String> options(@Nullable String query) {
    Map<String, String> options = new HashMap<>();
    for (String option : query == null ? new String[0] : query.split("&")) {
      String[] parts = option.split("=", 2);
      if (parts.length < 2 || !parts[0].matches("starttls|timeout")) {
        throw new IllegalArgumentException("a mail server's URL takes starttls=… and timeout=…");
      }
      options.put(parts[0], parts[1]);
    }
    return options;
  }

  private static String decoded(String raw) {
    return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Keeps the password to itself. */
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
