package dev.orders.redis;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which Redis to use, and how.
 *
 * @param url such as {@code redis://localhost:6379/0}
 * @param password null when the URL holds it or none is needed
 * @param namespace the prefix of every key, {@code [A-Za-z0-9_-]{1,64}}
 * @param retention how long an order is kept after its last task was done
 */
public record RedisOptions(
    String url, @Nullable String password, String namespace, Duration retention) {

  private static final Pattern NAMESPACE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /** Refuses a namespace that could reach into other keys. */
  public RedisOptions {
    if (!NAMESPACE.matcher(namespace).matches()) {
      throw new IllegalArgumentException("a namespace is 1 to 64 letters, digits, _ or -");
    }
  }
}
