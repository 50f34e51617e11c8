package dev.orders.app;

import dev.orders.redis.RedisOptions;
import dev.orders.redis.RedisStore;
import java.time.Duration;

/** From settings to an open store. */
final class Connecting {

  private Connecting() {}

  /** Connects; a URL that cannot be understood is a USAGE problem. */
  static RedisStore to(Settings settings, Duration patience, boolean isBrief) {
    RedisOptions options =
        new RedisOptions(
            settings.redis().url(),
            settings.redis().access(),
            settings.namespace(),
            settings.retention(),
            patience);
    try {
      return isBrief ? RedisStore.connectBriefly(options) : RedisStore.connect(options);
    } catch (IllegalArgumentException e) {
      // The URL is not shown: it may hold a password.
      throw new ProblemException(
          ProblemException.Reason.USAGE,
          "ORDERS_REDIS_URL (or --redis) is not a Redis URL; it must be like"
              + " redis://localhost:6379/0, rediss://… for TLS, redis-sentinel://…#master or"
              + " redis-cluster://…. In a password / ? # @ are percent-encoded, or it stands in"
              + " ORDERS_REDIS_PASSWORD.",
          e);
    }
  }
}
