package dev.orders.redis;

import java.nio.file.Path;

/** Where files live that can be made again at any time, for this user only. */
final class UserCache {

  private UserCache() {}

  /** {@code $XDG_CACHE_HOME/orders}, by default {@code ~/.cache/orders}; it need not exist. */
  static Path directory() {
    String configured = System.getenv("XDG_CACHE_HOME");
    boolean isConfigured = configured != null && !configured.isBlank();
    Path caches =
        isConfigured ? Path.of(configured) : Path.of(System.getProperty("user.home"), ".cache");
    return caches.resolve("orders");
  }
}
