package dev.orders.redis;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which Redis to use, and how.
 *
 * @param url such as {@code redis://localhost:6379/0}
 * @param access passwords and certificates
 * @param namespace the prefix of every key, {@code [A-Za-z0-9_-]{1,64}}
 * @param retention how long an order is kept after its last task was done
 * @param patience how long a connection or an answer may take, and how long a request is tried
 */
public record RedisOptions(
    String url, RedisAccess access, String namespace, Duration retention, Duration patience) {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Pattern NAMESPACE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /** With the patience of somebody at a shell: 5 s. */
  public RedisOptions(String url, @Nullable String password, String namespace, Duration retention) {
    this(url, RedisAccess.by(password), namespace, retention, PATIENCE);
  }

  /** Refuses a namespace that could reach into other keys. */
  public RedisOptions {
    if (!NAMESPACE.matcher(namespace).matches()) {
      throw new IllegalArgumentException("a namespace is 1 to 64 letters, digits, _ or -");
    }
  }
}
