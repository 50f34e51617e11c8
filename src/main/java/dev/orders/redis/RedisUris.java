package dev.orders.redis;

import io.lettuce.core.RedisURI;
import io.lettuce.core.StaticCredentialsProvider;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Reading and showing Redis URLs. */
final class RedisUris {

  private RedisUris() {}

  /**
   * Reads a URL such as {@code redis://user@host:6379/0}.
   *
   * @param password wins over one in the URL; null leaves that one
   * @throws IllegalArgumentException when it is not a Redis URL
   */
  static RedisURI parse(String url, @Nullable String password) {
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

  /** Host and port, without user or password. */
  static String address(RedisURI uri) {
    return uri.getSocket() != null ? uri.getSocket() : uri.getHost() + ":" + uri.getPort();
  }
}
