package dev.orders.redis;

import io.lettuce.core.RedisURI;
import io.lettuce.core.StaticCredentialsProvider;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reading and showing Redis URLs: {@code redis://} and {@code rediss://} (TLS) for one server,
 * {@code redis-sentinel://one,two,three/0#master} for one that Sentinels watch, {@code
 * redis-cluster://one,two} for the nodes of a Cluster; the last two with {@code rediss} for TLS.
 */
final class RedisUris {

  private static final Pattern CLUSTER =
      Pattern.compile("(rediss?)-cluster://(?:(.*)@)?([^/?#@]+)([/?].*)?");

  /** Not parsed as a URI: several hosts are none. */
  private static final Pattern USER_INFO = Pattern.compile("[^/]*//([^/?#]*)@.*");

  /**
   * A host that Java's URIs do not take for one (RFC 1123 knows no underscore), and that Docker
   * Compose gives to people all the same.
   */
  private static final Pattern UNDERSCORED_HOST =
      Pattern.compile("(rediss?://(?:[^/@]*@)?)([A-Za-z0-9.-]*_[A-Za-z0-9._-]*)((?:[:/?].*)?)");

  /**
   * An {@code @} behind the host: the host would be a piece of a password whose special characters
   * are not percent-encoded, and messages name the host.
   */
  private static final Pattern LATE_AT = Pattern.compile("[^/]*//[^/?#]+[/?#].*@.*");

  private RedisUris() {}

  /** True when the URL says that it names nodes of a Cluster. */
  static boolean isCluster(String url) {
    return url.startsWith("redis-cluster:") || url.startsWith("rediss-cluster:");
  }

  /**
   * Reads a URL such as {@code redis://user@host:6379/0}.
   *
   * @param access its passwords win over those in the URL
   * @return one, or the nodes of a Cluster to begin with
   * @throws IllegalArgumentException when it is not a Redis URL; neither its message nor a cause
   *     shows the URL, which may hold a password
   */
  @SuppressWarnings("UnusedException") // its message shows the URL
  static List<RedisURI> parse(String url, RedisAccess access) {
    try {
      if (LATE_AT.matcher(url).matches()) {
        throw new IllegalArgumentException();
      }
      return urls(url).stream().map(one -> uri(one, access)).toList();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("not a Redis URL; it looks like redis://user@host:6379/0");
    }
  }

  /** One URL a node. */
  private static List<String> urls(String url) {
    if (!isCluster(url)) {
      return List.of(url);
    }
    Matcher parts = CLUSTER.matcher(url);
    if (!parts.matches()) {
      throw new IllegalArgumentException();
    }
    String user = parts.group(2) == null ? "" : parts.group(2) + "@";
    String rest = parts.group(4) == null ? "" : parts.group(4);
    return Arrays.stream(parts.group(3).split(","))
        .map(host -> parts.group(1) + "://" + user + host + rest)
        .toList();
  }

  private static RedisURI create(String url) {
    Matcher underscored = UNDERSCORED_HOST.matcher(url);
    if (!underscored.matches()) {
      return RedisURI.create(url);
    }
    RedisURI uri = RedisURI.create(underscored.replaceFirst("$1localhost$3"));
    uri.setHost(underscored.group(2));
    return uri;
  }

  private static RedisURI uri(String url, RedisAccess access) {
    RedisURI uri = create(url);
    setPassword(uri, user(url), access.password());
    uri.getSentinels().forEach(one -> setPassword(one, null, access.sentinelPassword()));
    return uri;
  }

  private static void setPassword(RedisURI uri, @Nullable String user, @Nullable String password) {
    if (password != null) {
      uri.setCredentialsProvider(new StaticCredentialsProvider(user, password.toCharArray()));
    }
  }

  private static @Nullable String user(String url) {
    Matcher userInfo = USER_INFO.matcher(url);
    String user = userInfo.matches() ? userInfo.group(1).split(":", 2)[0] : "";
    return user.isEmpty() ? null : user;
  }

  /** The addresses of all, separated by commas. */
  static String address(List<RedisURI> uris) {
    return uris.stream().map(RedisUris::address).collect(Collectors.joining(","));
  }

  /** Host and port, or the socket's path, or those of all sentinels; without user or password. */
  static String address(RedisURI uri) {
    if (uri.getSocket() != null) {
      return uri.getSocket();
    }
    return uri.getSentinels().isEmpty()
        ? uri.getHost() + ":" + uri.getPort()
        : address(uri.getSentinels());
  }
}
