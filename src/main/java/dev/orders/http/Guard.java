package dev.orders.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets requests in or not. A web page of somebody else must not be able to use the browser of a
 * person who can reach this server:
 *
 * <ol>
 *   <li>not under a name of its own that it has made point here (the {@code Host} must be
 *       localhost, an address, or a name that was configured, unless a token was shown);
 *   <li>not from its own origin (an {@code Origin} must be the one that the {@code Host} names);
 *   <li>and then the client must show a token, if there are any.
 * </ol>
 */
final class Guard {

  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[[0-9a-f:.%]+]");
  private static final Pattern PORT = Pattern.compile(":[0-9]*$");
  private static final Pattern SCHEME = Pattern.compile("^https?://");

  private final Tokens tokens;
  private final Set<String> names;

  /**
   * @param names host names that are ours, in lower case
   */
  Guard(Tokens tokens, Set<String> names) {
    this.tokens = tokens;
    this.names = Set.copyOf(names);
  }

  /** What the client may do; a {@link HttpProblem} when that is not enough. */
  Access admit(HttpHeaders headers, Access needed) {
    Access access = tokens.of(Optional.ofNullable(headers.get(HttpHeaderNames.AUTHORIZATION)));
    String host = host(headers);
    boolean isTrusted = !tokens.areNone() && access != Access.OPEN;
    if (!isTrusted && !isOurs(host)) {
      throw new HttpProblem(
          HttpResponseStatus.MISDIRECTED_REQUEST,
          "this server does not know itself by the name in the Host header;"
              + " ORDERS_HTTP_HOSTS lists further names");
    }
    checkOrigin(headers.get(HttpHeaderNames.ORIGIN), host);
    if (!access.allows(needed)) {
      throw access == Access.OPEN ? unknown() : forbidden();
    }
    return access;
  }

  /** Only HTTP/1.0 knows requests without a host; no browser sends them. */
  private static String host(HttpHeaders headers) {
    List<String> hosts = headers.getAll(HttpHeaderNames.HOST);
    if (hosts.size() > 1) {
      throw new HttpProblem(HttpResponseStatus.BAD_REQUEST, "there is more than one Host header");
    }
    return hosts.isEmpty() ? "localhost" : hosts.get(0).strip().toLowerCase(Locale.ROOT);
  }

  private boolean isOurs(String host) {
    String name = PORT.matcher(host).replaceFirst("");
    return name.equals("localhost") || ADDRESS.matcher(name).matches() || names.contains(name);
  }

  private static void checkOrigin(@Nullable String origin, String host) {
    if (origin == null) {
      return;
    }
    String caller = SCHEME.matcher(origin.toLowerCase(Locale.ROOT)).replaceFirst("");
    if (!caller.equals(host)) {
      throw new HttpProblem(
          HttpResponseStatus.FORBIDDEN, "pages of another origin must not call this server");
    }
  }

  private static HttpProblem unknown() {
    return new HttpProblem(
            HttpResponseStatus.UNAUTHORIZED,
            "show a token: Authorization: Bearer <token>, or as the password of Basic")
        // Basic first: of a list, some browsers read only the beginning.
        .with("www-authenticate", "Basic realm=\"orders\", Bearer realm=\"orders\"");
  }

  private static HttpProblem forbidden() {
    return new HttpProblem(
        HttpResponseStatus.FORBIDDEN, "this token is for reading, without personal data");
  }
}
