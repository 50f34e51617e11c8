package dev.orders.redis;

import io.lettuce.core.RedisURI;
import io.lettuce.core.StaticCredentialsProvider;
import java.net.URI;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reading and showing Redis URLs. */
final class RedisUris {

  private RedisUris() {}

  /**
   * Reads a URL such as {@code redis://user@host:6379/0}.
   *
   * @param password wins over one in the URL; null leaves that one
   * @throws IllegalArgumentException when it is not a Redis URL; neither its message nor a cause
   *     shows the URL, which may hold a password
   */
  @SuppressWarnings("UnusedException") // its message shows the URL
  static RedisURI parse(String url, @Nullable String password) {
    try {
      return uri(url, password);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("not a Redis URL; it looks like redis://user@host:6379/0");
    }
  }

  private static RedisURI uri(String url, @Nullable String password) {
    RedisURI uri = RedisURI.create(url);
    if (password != null) {
      uri.setCredentialsProvider(new StaticCredentialsProvider(user(url), password.toCharArray()));
    }
    return uri;
  }

  private static @Nullable String user(String url) {
    String userInfo = URI.create(url).getUserInfo();
    String user = userInfo == null ? "" : userInfo.split(":", 2)[0];
    return user.isEmpty() ? null : user;
  }

  /** Host and port, or the socket's path, or those of all sentinels; without user or password. */
  static String address(RedisURI uri) {
    if (uri.getSocket() != null) {
      return uri.getSocket();
    }
    return uri.getSentinels().isEmpty()
        ? uri.getHost() + ":" + uri.getPort()
        : uri.getSentinels().stream().map(RedisUris::address).collect(Collectors.joining(","));
  }
}
