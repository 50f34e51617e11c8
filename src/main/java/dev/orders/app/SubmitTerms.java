package dev.orders.app;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * On which terms orders are submitted.
 *
 * @param partial true to submit the good orders although others are not
 * @param idempotencyKey replaces the orders' own keys; null leaves them
 * @param delay how long the orders' tasks wait; zero starts them at once
 */
public record SubmitTerms(boolean partial, @Nullable String idempotencyKey, Duration delay) {

  private static final String KEY = "[A-Za-z0-9_-]{1,64}";

  /** Refuses a key that no order could have. */
  public SubmitTerms {
    if (idempotencyKey != null && !idempotencyKey.matches(KEY)) {
      throw refusal(idempotencyKey);
    }
  }

  /**
   * The key for an order of a file that holds several: {@code K-3} on line 3, {@code K-3-2} for the
   * second one there.
   *
   * @param nth counts the orders that begin on the line, good or bad, from 1
   */
  public Optional<String> keyFor(long line, int nth) {
    return Optional.ofNullable(idempotencyKey)
        .map(key -> key + "-" + line + (nth == 1 ? "" : "-" + nth))
        .map(
            key -> {
              if (!key.matches(KEY)) {
                throw refusal(key);
              }
              return key;
            });
  }

  private static ProblemException refusal(String key) {
    return new ProblemException(
        ProblemException.Reason.USAGE,
        "\"%s\" cannot be an idempotency key; it must be 1 to 64 letters, digits, _ or -."
            .formatted(key));
  }
}
